import type { Question } from './questions.ts'
import { replacedBy } from './replaced-question.ts'

/** Why a definition is refused. Its sentence is `programmes:troubles.<tag>`. */
export const troubleTags = [
  'unknown-initial-state',
  'unknown-step-of-state',
  'unknown-state-of-transition',
  'unknown-step-of-guard',
  'unreachable-state',
  'state-without-way',
  'question-twice',
  'options-missing',
  'scale-missing',
  'confidential-required',
  'confidential-tracked',
  'file-tracked',
  'file-confidential',
  'unknown-question',
  'unknown-option',
  'condition-cycle',
  'tracked-condition',
  'tracked-changed',
  'tracked-removed',
  'replaces-unread',
] as const
export type TroubleTag = (typeof troubleTags)[number]
export type Trouble = { tag: TroubleTag; params: Readonly<Record<string, string>> }

type Asking = { steps: readonly { code: string; questions?: readonly Question[] | undefined }[] }
/** What a definition is held together by. */
type Definition = Asking & {
  initialState: string
  states: readonly { code: string; step: string | null; kind: 'open' | 'paused' | 'ended' }[]
  transitions: readonly {
    code: string
    from: readonly string[]
    to: string
    guards: readonly { step?: string | undefined }[]
  }[]
}

const trouble = (tag: TroubleTag, params: Readonly<Record<string, string>>): Trouble => ({ tag, params })

/** Everything that does not hold together in a definition, in the order of its parts. */
export function troublesOf(definition: Definition): Trouble[] {
  return [
    ...pathTroubles(definition),
    ...definition.steps.flatMap(({ questions }) => stepTroubles(questions ?? [])),
    ...twice(definition),
  ]
}

function pathTroubles({ initialState, steps, states, transitions }: Definition): Trouble[] {
  const known = new Set(states.map(({ code }) => code))
  const stepCodes = new Set(steps.map(({ code }) => code))
  const found: Trouble[] = []
  if (!known.has(initialState)) found.push(trouble('unknown-initial-state', { state: initialState }))
  for (const { code, step } of states)
    if (step !== null && !stepCodes.has(step)) found.push(trouble('unknown-step-of-state', { state: code, step }))
  for (const { code, from, to, guards } of transitions) {
    for (const end of [...from, to])
      if (!known.has(end)) found.push(trouble('unknown-state-of-transition', { transition: code, state: end }))
    for (const { step } of guards)
      if (step && !stepCodes.has(step)) found.push(trouble('unknown-step-of-guard', { transition: code, step }))
  }
  if (found.length > 0) return found
  const reached = reachedFrom(initialState, transitions)
  for (const { code, kind } of states) {
    if (!reached.has(code)) found.push(trouble('unreachable-state', { state: code }))
    if (kind === 'open' && !transitions.some(({ from }) => from.includes(code)))
      found.push(trouble('state-without-way', { state: code }))
  }
  return found
}

function reachedFrom(initial: string, transitions: Definition['transitions']): Set<string> {
  const reached = new Set([initial])
  for (const state of reached) for (const { from, to } of transitions) if (from.includes(state)) reached.add(to)
  return reached
}

function twice({ steps }: Definition): Trouble[] {
  const seen = new Set<string>()
  return steps.flatMap(({ questions = [] }) =>
    questions.flatMap(({ code }) => {
      if (seen.has(code)) return [trouble('question-twice', { question: code })]
      seen.add(code)
      return []
    }),
  )
}

function stepTroubles(questions: readonly Question[]): Trouble[] {
  return questions.flatMap(asked => [
    ...ownTroubles(asked),
    ...conditionTroubles(asked, questions),
    ...replacingTroubles(asked),
  ])
}

function ownTroubles({ label, kind, options, scale, required, tracked, confidential }: Question): Trouble[] {
  const params = { question: label.fr }
  const found: Trouble[] = []
  if ((kind === 'choice' || kind === 'choices') && (options?.length ?? 0) < 2)
    found.push(trouble('options-missing', params))
  if (kind === 'scale' && !scale) found.push(trouble('scale-missing', params))
  if (confidential && required) found.push(trouble('confidential-required', params))
  if (confidential && tracked) found.push(trouble('confidential-tracked', params))
  // A document is not compared with another, and every file of a case is read by its whole team.
  if (kind === 'file' && tracked) found.push(trouble('file-tracked', params))
  if (kind === 'file' && confidential) found.push(trouble('file-confidential', params))
  return found
}

/** An answer of the earlier question that would be read as one that this question does not offer. */
function replacingTroubles({ label, options = [], scale, kind, replaces }: Question): Trouble[] {
  const offered = new Set(options.map(({ code }) => code))
  const reads = (answer: string) => {
    if (kind === 'choice' || kind === 'choices') return offered.has(answer)
    const number = Number(answer)
    if (kind === 'scale') return Number.isInteger(number) && number >= 0 && number <= (scale?.max ?? 4)
    return (kind === 'number' || kind === 'euros') && answer !== '' && Number.isFinite(number)
  }
  return Object.values(replaces?.answers ?? {}).flatMap(answer =>
    reads(answer) ? [] : [trouble('replaces-unread', { question: label.fr, answer })],
  )
}

function conditionTroubles(asked: Question, questions: readonly Question[]): Trouble[] {
  const { when } = asked
  if (!when) return []
  const params = { question: asked.label.fr, other: when.question }
  const other = questions.find(({ code }) => code === when.question)
  if (!other) return [trouble('unknown-question', params)]
  if (turnsInCircles(asked, questions)) return [trouble('condition-cycle', { question: asked.label.fr })]
  const answers = new Set(other.options?.map(({ code }) => code))
  const unknown = when.is.find(answer => !answers.has(answer))
  if (unknown) return [trouble('unknown-option', { question: asked.label.fr, other: other.label.fr, answer: unknown })]
  return asked.tracked && !other.tracked
    ? [trouble('tracked-condition', { question: asked.label.fr, other: other.label.fr })]
    : []
}

function turnsInCircles(from: Question, questions: readonly Question[]): boolean {
  const seen = new Set<string>()
  for (let at: Question | undefined = from; at?.when; ) {
    if (seen.has(at.code)) return true
    seen.add(at.code)
    const next: string = at.when.question
    at = questions.find(({ code }) => code === next)
  }
  return false
}

const questionsOf = ({ steps }: Asking) => steps.flatMap(({ questions }) => questions ?? [])

/** What a comparison between moments rests on: the words of the question and of its answers. */
const wording = ({ kind, label, options, scale, unit }: Question) => JSON.stringify([kind, label, options, scale, unit])

/**
 * What the next version may not do to the questions whose answers are compared over time: reword them, or stop asking
 * without another in their place.
 * Adding an answer rewords the question too: those who answered before had no such choice.
 */
export function troublesAgainst(previous: Asking, next: Asking): Trouble[] {
  const now = questionsOf(next)
  return questionsOf(previous).flatMap(before => {
    if (!before.tracked) return []
    const after = now.find(({ code }) => code === before.code)
    if (!after)
      return now.some(asked => asked.tracked && replacedBy(asked).some(({ question }) => question === before.code))
        ? []
        : [trouble('tracked-removed', { question: before.label.fr })]
    return wording(after) === wording(before) ? [] : [trouble('tracked-changed', { question: before.label.fr })]
  })
}
