import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail } from '#app/kernel/result.ts'
import { codeFrom, findQuestion, markOf, questionFields, questionsOf, withQuestion } from './editing.ts'
import { questionInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import type { Question } from './questions.ts'
import { replacingOf } from './replacing.ts'
import { refuseStale, saveDefinition } from './versions.store.server.ts'

const both = ({ fr, en }: { fr: string; en: string | null }) => ({ fr, en: en ?? fr })

/** Adds a question to a step, or changes one. */
export const saveQuestion = defineCommand({
  name: 'programme.save-question',
  input: questionInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async (ctx, { mark, step, question, ...typed }, { latest, versions }) => {
    const { definition } = latest
    if (!definition.steps.some(known => known.code === step)) return fail('unknown-step', {}, 'step')
    const before = question ? findQuestion(definition, question) : null
    if (question && !before) return fail('unknown-step', {}, 'words.fr')
    if (before) await refuseStale(ctx, latest, mark ?? 0, markOf(before), questionFields(before))
    const code = before?.code ?? codeFrom(typed.words.fr, new Set(questionsOf(definition).map(asked => asked.code)))
    const earlier = typed.replaces ? (findQuestion(definition, typed.replaces) ?? null) : null
    if (typed.replaces && !earlier && before?.replaces?.question !== typed.replaces)
      return fail('no-such-question', {}, 'replaces')
    return saveDefinition(ctx, versions, withQuestion(definition, step, questionOf(code, typed, { before, earlier })))
  },
})

type Typed = {
  words: { fr: string; en: string | null }
  hint: string | null
  kind: Question['kind']
  options: string | null
  low: string | null
  high: string | null
  required: boolean
  tracked: boolean
  confidential: boolean
  when: string | null
  replaces: string | null
  replacesSame: boolean
  replacesAnswers: string | null
}

type Known = { before: Question | null; earlier: Question | null }

function questionOf(code: string, typed: Typed, { before, earlier }: Known): Question {
  const [other, answer] = typed.when?.split('=') ?? []
  const isChoice = typed.kind === 'choice' || typed.kind === 'choices'
  const options = isChoice ? optionsOf(typed.options ?? '', before?.options ?? []) : undefined
  return {
    code,
    label: both(typed.words),
    kind: typed.kind,
    ...(typed.hint && { hint: before?.hint ? kept(typed.hint, before.hint) : { fr: typed.hint, en: typed.hint } }),
    ...(options && { options }),
    ...(typed.kind === 'scale' &&
      typed.low &&
      typed.high && {
        scale: before?.scale
          ? { ...before.scale, low: kept(typed.low, before.scale.low), high: kept(typed.high, before.scale.high) }
          : { max: 4 as const, low: { fr: typed.low, en: typed.low }, high: { fr: typed.high, en: typed.high } },
      }),
    ...(before?.unit && { unit: before.unit }),
    ...(typed.required && { required: true }),
    ...(typed.tracked && { tracked: true }),
    ...(typed.confidential && { confidential: true }),
    ...replacingOf(typed, { options, earlier, before }),
    ...(other && answer && { when: { question: other, is: [answer] } }),
  }
}

/** Words that did not change keep their English. */
const kept = (fr: string, before: { fr: string; en: string }) => (before.fr === fr ? before : { fr, en: fr })

/** One answer per line, `French | English` where the two differ. Those that were there keep their code. */
function optionsOf(lines: string, before: NonNullable<Question['options']>) {
  const taken = new Set<string>()
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [fr = '', en = fr] = line.split('|').map(part => part.trim())
      const known = before.find(option => option.label.fr === fr)
      const code = known?.code ?? codeFrom(fr, taken)
      taken.add(code)
      return { code, label: { fr, en } }
    })
}
