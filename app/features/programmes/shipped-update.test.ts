import { describe, expect, it } from 'vitest'
import { coaching } from '#db/seed/programmes/coaching.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { edited, findQuestion, questionsOf, withoutQuestion, withQuestion, withRule } from './editing.ts'
import { type ProgrammeDefinition, programmeDefinition } from './programme-definition.ts'
import type { Question } from './questions.ts'
import { isShippedSince, type Side, shippedUpdate } from './shipped-update.ts'

const shipped = programmeDefinition.parse(coaching)
const framing = shipped.steps.find(({ code }) => code === 'framing')
const trackedOf = (definition: ProgrammeDefinition) =>
  new Set(questionsOf(definition).flatMap(({ code, tracked }) => (tracked ? [code] : [])))
function update(
  base: ProgrammeDefinition,
  own: ProgrammeDefinition,
  now: ProgrammeDefinition,
  choices: Record<string, Side> = {},
) {
  const settled = shippedUpdate(base, own, now, { choices, tracked: trackedOf(own) })
  const keys = (of: readonly { key: string }[]) => of.map(({ key }) => key)
  return {
    ...settled,
    keys: {
      taken: keys(settled.taken),
      kept: keys(settled.kept),
      conflicts: keys(settled.conflicts),
      held: keys(settled.held),
    },
  }
}
const codesOf = (definition: ProgrammeDefinition) => questionsOf(definition).map(({ code }) => code)
const asked = (code: string, fr: string, more: Partial<Question> = {}): Question => ({
  code,
  label: { fr, en: fr },
  kind: 'line',
  ...more,
})
const withName = (definition: ProgrammeDefinition, fr: string) => ({ ...definition, name: { fr, en: fr } })
const withAttempts = (definition: ProgrammeDefinition, closingAttempts: number) =>
  edited(definition, { name: definition.name, steps: {}, waves: {}, settings: { closingAttempts } })

describe('what is shipped since', () => {
  it('is nothing while the definition says the same under another version', () => {
    expect(isShippedSince(shipped, { ...shipped, version: 7 })).toBe(false)
    expect(isShippedSince(shipped, withName(shipped, 'Autre'))).toBe(true)
  })

  it('comes whole to a copy that nobody adapted', () => {
    const before = withAttempts(withoutQuestion(withName(shipped, 'Avant'), 'framing_three'), 9)
    const { definition, keys, path } = update(before, before, shipped)
    expect(definition).toEqual(shipped)
    expect(keys).toEqual({
      taken: ['name', 'question_framing_three', 'setting_closingAttempts'],
      kept: [],
      conflicts: [],
      held: [],
    })
    expect(path).toBe(false)
  })

  it('leaves what the operator adapted, and its own questions in their place', () => {
    const before = withoutQuestion(shipped, 'framing_three')
    const own = withQuestion(
      edited(before, {
        name: shipped.name,
        steps: { framing: { fr: 'Contrat', en: 'Contract' } },
        waves: { T1: 2 },
        settings: { closingDays: 11 },
      }),
      'framing',
      asked('own_payer', 'Qui paie ?'),
    )
    const { definition, keys } = update(before, own, shipped)
    expect(definition.steps[0]?.label.fr).toBe('Contrat')
    expect(definition.settings.closingDays).toBe(11)
    expect(definition.waves[0]?.earliestOf[0]?.months).toBe(2)
    expect(definition.steps[0]?.questions?.map(({ code }) => code)).toEqual([
      ...(framing?.questions ?? []).map(({ code }) => code),
      'own_payer',
    ])
    expect(keys.taken).toEqual(['question_framing_three'])
    expect(keys.kept.sort()).toEqual(['question_own_payer', 'setting_closingDays', 'step_framing', 'wave_T1'])
    expect(programmeDefinition.safeParse(definition).success).toBe(true)
  })

  it('asks which one to keep where both changed, and keeps the copy until that is said', () => {
    const own = withName(shipped, 'Le nôtre')
    const now = withName(shipped, 'Le nouveau')
    expect(update(shipped, own, now).keys.conflicts).toEqual(['name'])
    expect(update(shipped, own, now).definition.name.fr).toBe('Le nôtre')
    expect(update(shipped, own, now, { name: 'shipped' }).definition.name.fr).toBe('Le nouveau')
    expect(update(shipped, own, own).keys).toEqual({ taken: [], kept: [], conflicts: [], held: [] })
  })

  it('a question that the operator took away stays away, and is chosen when it is reworded', () => {
    const own = withoutQuestion(shipped, 'framing_three')
    expect(codesOf(update(shipped, own, withName(shipped, 'x')).definition)).not.toContain('framing_three')
    const reworded = withQuestion(shipped, 'framing', asked('framing_three', 'Autrement'))
    const both = update(shipped, own, reworded)
    expect(both.keys.conflicts).toEqual(['question_framing_three'])
    expect(codesOf(update(shipped, own, reworded, { question_framing_three: 'shipped' }).definition)).toContain(
      'framing_three',
    )
  })

  it('never rewords nor removes a question that is tracked', () => {
    const ease = findQuestion(shipped, 'self_ease')
    const { code, label } = { code: 'self_ease', label: { fr: 'Je suis bien', en: 'I am fine' } }
    if (!ease) throw new Error('coaching asks about ease')
    for (const now of [withQuestion(shipped, 'framing', { ...ease, label }), withoutQuestion(shipped, code)]) {
      const { definition, keys } = update(shipped, shipped, now)
      expect(findQuestion(definition, code)).toEqual(ease)
      expect(keys).toEqual({ taken: [], kept: [], conflicts: [], held: [`question_${code}`] })
    }
  })

  it('keeps a question that one of the operator’s depends on', () => {
    const own = withQuestion(
      shipped,
      'framing',
      asked('own_tutor', 'Qui est le tuteur ?', { when: { question: 'framing_three', is: ['no'] } }),
    )
    const { definition, keys } = update(shipped, own, withoutQuestion(shipped, 'framing_three'))
    expect(codesOf(definition)).toContain('framing_three')
    expect(keys).toMatchObject({ taken: [], kept: ['question_own_tutor'], held: ['question_framing_three'] })
    expect(programmeDefinition.safeParse(definition).success).toBe(true)
  })

  it('keeps a step that is no longer shipped while it holds a question of the operator’s', () => {
    const extra = { code: 'extra', label: { fr: 'En plus', en: 'More' }, tab: 'etapes' as const, questions: [] }
    const before = { ...shipped, steps: [...shipped.steps, extra] }
    const own = withQuestion(before, 'extra', asked('own_more', 'Et encore ?'))
    expect(update(before, before, shipped).definition.steps.map(({ code }) => code)).not.toContain('extra')
    const kept = update(before, own, shipped)
    expect(kept.definition.steps.at(-1)).toMatchObject({ code: 'extra', questions: [{ code: 'own_more' }] })
    expect(kept.path).toBe(true)
  })

  it('takes the new days of a reminder beside those that were adapted', () => {
    const dla = programmeDefinition.parse(dlaIndividuel)
    const [rule] = dla.reminders
    if (!rule) throw new Error('no rule')
    const [first, second] = ['R01_0', 'R01_1']
    const days = (of: number, count: number) =>
      withRule(dla, {
        ...rule,
        occurrences: rule.occurrences.map((known, at) => (at === of ? { ...known, days: count } : known)),
      })
    const { keys, definition } = update(dla, days(0, 99), days(1, 77))
    expect(keys).toMatchObject({ kept: [`reminder_${first}`], taken: [`reminder_${second}`], conflicts: [] })
    const all = definition.reminders.flatMap(({ occurrences }) => occurrences.map(occurrence => occurrence.days))
    expect(all.slice(0, 2)).toEqual([99, 77])
  })

  it('leaves to whom and how a reminder is said, when the operator chose it, and the rules that came since', () => {
    const dla = programmeDefinition.parse(dlaIndividuel)
    const before = { ...dla, reminders: dla.reminders.slice(0, 1) }
    const [rule] = before.reminders
    if (!rule) throw new Error('no rule')
    const told = [{ days: 5, business: false, to: 'manager' as const, channel: 'mail' as const }]
    const own = withRule(before, { ...rule, occurrences: [...told, ...rule.occurrences.slice(1)], off: true })
    const { definition } = update(before, own, dla)
    expect(definition.reminders).toHaveLength(dla.reminders.length)
    expect(definition.reminders[0]).toMatchObject({ off: true, occurrences: [told[0], rule.occurrences[1]] })
    expect(programmeDefinition.safeParse(definition).success).toBe(true)
  })

  it('leaves to an operator how many times it reminds', () => {
    const dla = programmeDefinition.parse(dlaIndividuel)
    const [rule] = dla.reminders
    if (!rule) throw new Error('no rule')
    const fewer = { ...rule, occurrences: rule.occurrences.slice(0, 1) }
    const more = { ...rule, occurrences: [...rule.occurrences, { days: 90, business: false, to: 'manager' as const }] }
    for (const own of [fewer, more]) {
      const { definition } = update(dla, withRule(dla, own), withAttempts(dla, 7))
      expect(definition.reminders[0]?.occurrences).toEqual(own.occurrences)
    }
  })
})
