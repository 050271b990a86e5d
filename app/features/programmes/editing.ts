import type { ReminderRule } from '#app/features/reminders/reminder-rule.ts'
import type { ProgrammeDefinition } from './programme-definition.ts'
import type { Label, Question } from './questions.ts'
import { replacingLines } from './replacing.ts'

export type Settings = ProgrammeDefinition['settings']
export type DefinitionEdit = {
  name: Label
  /** By step. */
  steps: Readonly<Record<string, Label>>
  /** Months of the first offset of each wave. */
  waves: Readonly<Record<string, number>>
  /** What each wave aims at, in percent; null for no target. */
  targets?: Readonly<Record<string, number | null>>
  settings: Partial<Settings>
}

/** The definition under its new words, offsets and thresholds. What the edit does not name stays. */
export function edited(definition: ProgrammeDefinition, edit: DefinitionEdit): ProgrammeDefinition {
  return {
    ...definition,
    name: edit.name,
    steps: definition.steps.map(step => ({ ...step, label: edit.steps[step.code] ?? step.label })),
    waves: definition.waves.map(({ target, ...wave }) => ({
      ...wave,
      ...aimed(edit.targets?.[wave.wave], target),
      earliestOf: wave.earliestOf.map((offset, index) =>
        index === 0 ? { ...offset, months: edit.waves[wave.wave] ?? offset.months } : offset,
      ),
    })),
    settings: { ...definition.settings, ...edit.settings },
  }
}

/** A target that the edit does not name stays; one that it empties goes. */
function aimed(edit: number | null | undefined, target: number | undefined) {
  const aims = edit === undefined ? target : edit === null ? undefined : edit / 100
  return aims === undefined ? {} : { target: aims }
}

/** The definition with this rule in the place of the one of its code. */
export const withRule = (definition: ProgrammeDefinition, rule: ReminderRule): ProgrammeDefinition => ({
  ...definition,
  reminders: definition.reminders.map(known => (known.rule === rule.rule ? rule : known)),
})

/** The definition with this question in that step: in the place of the one of its code, or last. */
export function withQuestion(definition: ProgrammeDefinition, step: string, asked: Question): ProgrammeDefinition {
  return {
    ...definition,
    steps: definition.steps.map(known => {
      if (known.code !== step) return known
      const questions = known.questions ?? []
      const isKnown = questions.some(({ code }) => code === asked.code)
      return {
        ...known,
        questions: isKnown
          ? questions.map(question => (question.code === asked.code ? asked : question))
          : [...questions, asked],
      }
    }),
  }
}

export function withoutQuestion(definition: ProgrammeDefinition, code: string): ProgrammeDefinition {
  return {
    ...definition,
    steps: definition.steps.map(step =>
      step.questions ? { ...step, questions: step.questions.filter(question => question.code !== code) } : step,
    ),
  }
}

/** `Où en est-elle ?` gives `ou_en_est_elle`; a number is added when it is taken. */
export function codeFrom(words: string, taken: ReadonlySet<string>, between: '_' | '-' = '_'): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(' ', between)
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
  const first = plain.length > 1 ? plain : `question${between}${plain}`
  for (let rank = 1; ; rank++) {
    const code = rank === 1 ? first : `${first}${between}${rank}`
    if (!taken.has(code)) return code
  }
}

/**
 * A number that changes with this part of a definition: an edit carries the one that it was made on, so that two people
 * meet only where they write the same part (FNV-1a).
 */
export function markOf(part: unknown): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(part)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return hash >>> 1
}

/** Everything but the questions and the rules of reminders, which are edited one by one. */
export const withoutQuestions = ({
  steps,
  version: _version,
  reminders: _reminders,
  ...rest
}: ProgrammeDefinition) => ({
  ...rest,
  steps: steps.map(({ questions: _questions, ...step }) => step),
})

/** One answer per line, `French | English` where the two differ. */
const optionLines = (question: Pick<Question, 'options'>) =>
  (question.options ?? [])
    .map(({ label }) => (label.fr === label.en ? label.fr : `${label.fr} | ${label.en}`))
    .join('\n')

/** What the form of a question shows, by field. */
export const questionFields = (question: Question, earlier: Question | null = null) => ({
  'words.fr': question.label.fr,
  'words.en': question.label.en,
  hint: question.hint?.fr ?? '',
  kind: question.kind,
  options: optionLines(question),
  low: question.scale?.low.fr ?? '',
  high: question.scale?.high.fr ?? '',
  replaces: question.replaces?.question ?? '',
  replacesAnswers: replacingLines(question, earlier),
  when: question.when ? `${question.when.question}=${question.when.is[0]}` : '',
})

/** What the form of the words, offsets and thresholds shows, by field. */
export function definitionFields({ name, steps, waves, settings }: ProgrammeDefinition) {
  const both = (field: string, of: Label) => [
    [`${field}.fr`, of.fr],
    [`${field}.en`, of.en],
  ]
  return Object.fromEntries([
    ...both('name', name),
    ...steps.flatMap(step => both(`steps.${step.code}`, step.label)),
    ...waves.map(({ wave, earliestOf }) => [`waves.${wave}`, earliestOf[0]?.months ?? 0]),
    ...waves.map(({ wave, target }) => [`targets.${wave}`, target === undefined ? '' : Math.round(target * 100)]),
    ['committeeRequired', settings.committeeRequired ? 'oui' : 'non'],
    ['snapshotCompleteness', Math.round(settings.snapshotCompleteness * 100)],
    ['sessionsShare', Math.round(settings.sessionsShare * 100)],
    ['recentAccompanimentMonths', settings.recentAccompanimentMonths],
    ['closingAttempts', settings.closingAttempts],
    ['closingDays', settings.closingDays],
  ])
}

export const findQuestion = ({ steps }: Pick<ProgrammeDefinition, 'steps'>, code: string) =>
  steps.flatMap(({ questions = [] }) => questions).find(question => question.code === code) ?? null

export const questionsOf = ({ steps }: Pick<ProgrammeDefinition, 'steps'>) =>
  steps.flatMap(({ code, questions = [] }) => questions.map(question => ({ ...question, step: code })))
