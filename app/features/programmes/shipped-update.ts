import type { ProgrammeDefinition } from './programme-definition.ts'
import type { Label, Question } from './questions.ts'

export type Asked = Question & { step: string }
type Words<P> = { part: P; own: Label | null; shipped: Label | null }
type Figure = { part: 'wave' | 'reminder' | 'setting'; own: number | boolean | null; shipped: number | boolean | null }
type Asking = { part: 'question'; own: Asked | null; shipped: Asked | null }
/** A part that both have, or that one of them lacks; `key` names it in a form: `step_intake`, `reminder_R01_0`. */
export type Difference = { key: string; code: string } & (Words<'name'> | Words<'step'> | Figure | Asking)

export const sides = ['own', 'shipped'] as const
export type Side = (typeof sides)[number]

export type ShippedUpdate = {
  definition: ProgrammeDefinition
  /** Taken from what is shipped: the operator had not touched it. */
  taken: Difference[]
  /** What the operator adapted, where the product did not change. */
  kept: Difference[]
  /** Changed on both sides: each is chosen. */
  conflicts: Difference[]
  /** Shipped, and not taken: a comparison over time, or a question of the operator's, rests on the words that stand. */
  held: Difference[]
  /** States, ways on, pages of steps or rhythm of waves and reminders, which no operator adapts. */
  path: boolean
}

type Three<T> = { base: T | undefined; own: T | undefined; shipped: T | undefined }
type Settle = <T>(three: Three<T>, found: (own: T | null, shipped: T | null) => Difference) => T | undefined

/** Whether the product ships something else than what the copy was made from; a version number says nothing. */
export const isShippedSince = (base: ProgrammeDefinition, shipped: ProgrammeDefinition) =>
  !same({ ...base, version: 0 }, { ...shipped, version: 0 })

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The operator's copy with what is shipped since `base`, the shipped definition that it was made from. All three were
 * parsed, so that their keys come in one order.
 */
export function shippedUpdate(
  base: ProgrammeDefinition,
  own: ProgrammeDefinition,
  shipped: ProgrammeDefinition,
  given: { choices: Readonly<Record<string, Side>>; tracked: ReadonlySet<string> },
): ShippedUpdate {
  const [taken, kept, conflicts, held]: [Difference[], Difference[], Difference[], Difference[]] = [[], [], [], []]
  const settle: Settle = (three, differing) => {
    if (same(three.own, three.shipped)) return three.own
    const difference = differing(three.own ?? null, three.shipped ?? null)
    if (same(three.base, three.shipped)) {
      kept.push(difference)
      return three.own
    }
    if (same(three.base, three.own)) {
      taken.push(difference)
      return three.shipped
    }
    conflicts.push(difference)
    return given.choices[difference.key] === 'shipped' ? three.shipped : three.own
  }
  const name = settle<Label>({ base: base.name, own: own.name, shipped: shipped.name }, (mine, theirs) => ({
    key: 'name',
    code: 'name',
    part: 'name',
    own: mine,
    shipped: theirs,
  }))
  const asked = settledQuestions({ base, own, shipped }, given.tracked, settle, held)
  const standing = held.map(({ key }) => key)
  const dropHeld = (differences: Difference[]) => differences.filter(({ key }) => !standing.includes(key))
  return {
    definition: {
      ...shipped,
      version: own.version,
      name: name ?? shipped.name,
      steps: settledSteps({ base, own, shipped }, asked, settle),
      waves: settledWaves({ base, own, shipped }, settle),
      reminders: settledReminders({ base, own, shipped }, settle),
      settings: settledSettings({ base, own, shipped }, settle),
    },
    taken: dropHeld(taken),
    kept: dropHeld(kept),
    conflicts: dropHeld(conflicts),
    held,
    path: !same(pathOf(base), pathOf(shipped)),
  }
}

/** Everything that the editor of an operator does not write. */
const pathOf = ({ version: _, name: _name, settings: _settings, ...definition }: ProgrammeDefinition) => ({
  ...definition,
  steps: definition.steps.map(({ label: _label, questions: _questions, ...step }) => step),
  waves: definition.waves.map(({ earliestOf, target: _target, ...wave }) => ({
    ...wave,
    earliestOf: earliestOf.map((offset, at) => (at === 0 ? offset.anchor : offset)),
  })),
  reminders: definition.reminders.map(({ occurrences, ...reminder }) => ({
    ...reminder,
    occurrences: occurrences.map(({ days: _days, ...occurrence }) => occurrence),
  })),
})

type Sides = Record<'base' | 'own' | 'shipped', ProgrammeDefinition>
const each = <T>(
  { base, own, shipped }: Sides,
  of: (definition: ProgrammeDefinition) => T,
): Record<keyof Sides, T> => ({
  base: of(base),
  own: of(own),
  shipped: of(shipped),
})

const questionMap = ({ steps }: ProgrammeDefinition) =>
  new Map<string, Asked>(
    steps.flatMap(({ code, questions = [] }) => questions.map(asked => [asked.code, { ...asked, step: code }])),
  )

/** What a comparison between moments rests on. */
const wording = ({ kind, label, options, scale, unit }: Question) => [kind, label, options, scale, unit]

function settledQuestions(
  three: Sides,
  tracked: ReadonlySet<string>,
  settle: Settle,
  held: Difference[],
): Map<string, Asked> {
  const { base, own, shipped } = each(three, questionMap)
  const asked = new Map<string, Asked>()
  const hold = (mine: Asked) => {
    asked.set(mine.code, mine)
    held.push({
      key: keyOf(mine.code),
      code: mine.code,
      part: 'question',
      own: mine,
      shipped: shipped.get(mine.code) ?? null,
    })
  }
  for (const code of new Set([...shipped.keys(), ...own.keys()])) {
    const [mine, theirs] = [own.get(code), shipped.get(code)]
    const isReworded = mine && tracked.has(code) && !(theirs && same(wording(theirs), wording(mine)))
    // Nothing to hold where the product says what it said: the words are the operator's own choice.
    if (isReworded && !same(theirs, base.get(code))) {
      hold(mine)
      continue
    }
    const settled = settle<Asked>({ base: base.get(code), own: mine, shipped: theirs }, (ours, yours) => ({
      key: keyOf(code),
      code,
      part: 'question',
      own: ours,
      shipped: yours,
    }))
    if (settled) asked.set(code, settled)
  }
  holdConditions(asked, own, hold)
  return asked
}

const keyOf = (question: string) => `question_${question}`

/** A question stays as the operator has it while another one is asked on an answer to it. */
function holdConditions(asked: Map<string, Asked>, own: ReadonlyMap<string, Asked>, hold: (mine: Asked) => void): void {
  const pending = [...asked.values()]
  for (let one = pending.pop(); one; one = pending.pop()) {
    if (!one.when) continue
    const other = asked.get(one.when.question)
    const mine = own.get(one.when.question)
    const isMet =
      other?.step === one.step &&
      one.when.is.every(answer => other.options?.some(({ code }) => code === answer)) &&
      (!one.tracked || other.tracked)
    if (isMet || !mine || same(mine, other)) continue
    hold(mine)
    pending.push(mine)
  }
}

/** The steps as they are shipped, and those that keep a question of the operator's. */
function settledSteps(three: Sides, asked: ReadonlyMap<string, Asked>, settle: Settle): ProgrammeDefinition['steps'] {
  const { base, own, shipped } = each(three, ({ steps }) => new Map(steps.map(step => [step.code, step])))
  const order = { own: [...questionMap(three.own).keys()], shipped: [...questionMap(three.shipped).keys()] }
  const left = [...own.values()].filter(({ code }) => !shipped.has(code))
  const needed = left.filter(({ code }) => [...asked.values()].some(({ step }) => step === code))
  return [...shipped.values(), ...needed].map(({ label, questions, ...step }) => {
    const words = shipped.has(step.code)
      ? settle<Label>(
          { base: base.get(step.code)?.label, own: own.get(step.code)?.label, shipped: label },
          (mine, theirs) => ({ key: `step_${step.code}`, code: step.code, part: 'step', own: mine, shipped: theirs }),
        )
      : label
    const here = [...asked.values()].filter(question => question.step === step.code)
    const rankOf = ({ code }: Asked) => {
      const rank = order.shipped.indexOf(code)
      return rank < 0 ? order.shipped.length + order.own.indexOf(code) : rank
    }
    const inOrder = here.sort((one, other) => rankOf(one) - rankOf(other)).map(({ step: _, ...question }) => question)
    return { ...step, label: words ?? label, ...((questions || inOrder.length > 0) && { questions: inOrder }) }
  })
}

function settledWaves(three: Sides, settle: Settle): ProgrammeDefinition['waves'] {
  const months = each(three, ({ waves }) => new Map(waves.map(({ wave, earliestOf }) => [wave, earliestOf[0]?.months])))
  return three.shipped.waves.map(planned => {
    const { wave, earliestOf } = planned
    const target = three.own.waves.find(({ wave: of }) => of === wave)?.target ?? planned.target
    const own = months.own.get(wave) ?? months.shipped.get(wave)
    const settled = settle<number>(
      { base: months.base.get(wave), own, shipped: months.shipped.get(wave) },
      (mine, theirs) => ({ key: `wave_${wave}`, code: wave, part: 'wave', own: mine, shipped: theirs }),
    )
    return {
      ...planned,
      ...(target !== undefined && { target }),
      earliestOf: earliestOf.map((offset, at) => (at === 0 ? { ...offset, months: settled ?? offset.months } : offset)),
    }
  })
}

function settledReminders(three: Sides, settle: Settle): ProgrammeDefinition['reminders'] {
  const { base, own } = each(three, ({ reminders }) => new Map(reminders.map(known => [known.rule, known])))
  return three.shipped.reminders.map(reminder => {
    const [was, mine] = [base.get(reminder.rule), own.get(reminder.rule)]
    const { occurrences, escalation: _escalation, off: _off, ...standing } = reminder
    // Who reminds once more, or once less, has a count of her own: what is shipped for each occurrence is no answer to it.
    const isOwnCount = was && mine && was.occurrences.length !== mine.occurrences.length
    const ended = adaptedOr(was && ending(was), mine && ending(mine), ending(reminder))
    if (isOwnCount) return { ...standing, occurrences: mine.occurrences, ...ended }
    return {
      ...standing,
      occurrences: occurrences.map((occurrence, at) => {
        const code = `${reminder.rule}_${at}`
        const [before, adapted] = [was?.occurrences[at], mine?.occurrences[at]]
        const settled = settle<number>(
          { base: before?.days, own: adapted?.days ?? occurrence.days, shipped: occurrence.days },
          (ours, theirs) => ({ key: `reminder_${code}`, code, part: 'reminder', own: ours, shipped: theirs }),
        )
        const told = adaptedOr(before && whom(before), adapted && whom(adapted), whom(occurrence))
        return { days: settled ?? occurrence.days, ...told }
      }),
      ...ended,
    }
  })
}

type Reminder = ProgrammeDefinition['reminders'][number]
const whom = ({ days: _days, ...told }: Reminder['occurrences'][number]) => told
const ending = ({ escalation, off }: Reminder) => ({ ...(escalation && { escalation }), ...(off && { off }) })

/** What the operator made of it, when it did; otherwise what is shipped. */
function adaptedOr<T>(base: T | undefined, own: T | undefined, shipped: T): T {
  return own !== undefined && base !== undefined && !same(base, own) ? own : shipped
}

function settledSettings({ base, own, shipped }: Sides, settle: Settle): ProgrammeDefinition['settings'] {
  const one = <K extends keyof ProgrammeDefinition['settings']>(key: K): ProgrammeDefinition['settings'][K] =>
    settle({ base: base.settings[key], own: own.settings[key], shipped: shipped.settings[key] }, (mine, theirs) => ({
      key: `setting_${key}`,
      code: key,
      part: 'setting',
      own: mine,
      shipped: theirs,
    })) ?? shipped.settings[key]
  return {
    committeeRequired: one('committeeRequired'),
    snapshotCompleteness: one('snapshotCompleteness'),
    recentAccompanimentMonths: one('recentAccompanimentMonths'),
    sessionsShare: one('sessionsShare'),
    closingAttempts: one('closingAttempts'),
    closingDays: one('closingDays'),
  }
}
