import type {
  GuardRule,
  ProgrammeDefinition,
  ProgrammeState,
  ProgrammeStep,
  ProgrammeTransition,
} from '#app/features/programmes/programme-definition.ts'
import type { Label, Question } from '#app/features/programmes/questions.ts'
import { frenchSpacing } from '#app/i18n/typography.ts'
import { dlaRules } from './dla-rules.ts'
import { type RuleCode, shippedRule } from './reminder-catalogue.ts'

/** The words with which the shipped programmes are written. */

type Both = readonly [fr: string, en: string]
export const both = ([fr, en]: Both): Label => ({ fr: frenchSpacing(fr), en })

type More = Partial<Omit<Question, 'code' | 'label' | 'kind' | 'hint'>> & { hint?: Both }
const asked =
  (kind: Question['kind']) =>
  (code: string, words: Both, { hint, ...more }: More = {}): Question => ({
    code,
    label: both(words),
    kind,
    ...(hint && { hint: both(hint) }),
    ...more,
  })

export const line = asked('line')
export const text = asked('text')
export const number = asked('number')
export const euros = asked('euros')
export const date = asked('date')
export const file = asked('file')

type Options = Readonly<Record<string, Both>>
const optionsOf = (options: Options) => Object.entries(options).map(([code, words]) => ({ code, label: both(words) }))
export const choice = (code: string, words: Both, options: Options, more: More = {}) =>
  asked('choice')(code, words, { ...more, options: optionsOf(options) })
export const choices = (code: string, words: Both, options: Options, more: More = {}) =>
  asked('choices')(code, words, { ...more, options: optionsOf(options) })

export const scale = (code: string, words: Both, low: Both, high: Both, more: More = {}) =>
  asked('scale')(code, words, { ...more, scale: { max: 4, low: both(low), high: both(high) } })
export const satisfaction = (code: string, words: Both, more: More = {}) =>
  asked('scale')(code, words, {
    ...more,
    scale: { max: 10, low: both(['pas du tout', 'not at all']), high: both(['tout à fait', 'entirely']) },
  })

export const required = { required: true } as const
export const tracked = { required: true, tracked: true } as const
export const when = (question: string, ...is: string[]) => ({ when: { question, is } })

export const yesNo: Options = { yes: ['Oui', 'Yes'], no: ['Non', 'No'] }
export const territories: Options = {
  qpv: ['Quartier prioritaire (QPV)', 'Priority district (QPV)'],
  rural: ['Rural ou France ruralités revitalisation', 'Rural or rural revitalisation zone'],
  other: ['Autre territoire', 'Another territory'],
}

type Way = {
  button: Both
  code?: string
  to?: string
  from?: string[]
  records?: ProgrammeTransition['records']
  plansWaves?: boolean
  guards?: readonly GuardRule[]
  warns?: readonly GuardRule[]
}
export type Stage = {
  state: string
  step: string
  label: Both
  next: Both
  days: number
  for?: 'practitioner' | 'organisation' | 'committee'
  /** The way to the following stage. */
  way: Way
}
type Written = {
  code: string
  version: number
  name: Both
  unitOfCount: ProgrammeDefinition['unitOfCount']
  startsWithoutOrganisation?: boolean
  steps: readonly ProgrammeStep[]
  typology: NonNullable<ProgrammeDefinition['typology']>
  /** From the first state to the last one before the closure. */
  stages: readonly Stage[]
  /** Other ways, by the state that they lead to. */
  exits?: readonly (Way & { to: string; from: string[]; code: string })[]
  /** Where the exits lead. */
  ends?: readonly ProgrammeState[]
  waves: ProgrammeDefinition['waves']
  /** Rules of the trade's catalogue besides those that every programme has. */
  moreRules?: readonly RuleCode[]
}

export const step = (
  code: string,
  label: Both,
  purpose: Both,
  questions: Question[],
  more: Partial<ProgrammeStep> = {},
) => ({
  code,
  label: both(label),
  tab: 'etapes' as const,
  purpose: both(purpose),
  questions,
  ...more,
})
export const followUpStep = (label: Both): ProgrammeStep => ({ code: 'follow_up', label: both(label), tab: 'suivi' })

/** Waves so many months after the end of the accompaniment. */
export const wavesAt = (months: Partial<Record<'T1' | 'T2' | 'T3' | 'T4', number>>): ProgrammeDefinition['waves'] =>
  (['T1', 'T2', 'T3', 'T4'] as const).flatMap(wave => {
    const known = months[wave]
    return known === undefined ? [] : [{ wave, earliestOf: [{ anchor: 'restitution' as const, months: known }] }]
  })

export const ended = (code: string, label: Both): ProgrammeState => ({
  code,
  label: both(label),
  step: null,
  kind: 'ended',
})

const transitionOf = ({
  button,
  code,
  to,
  from,
  records,
  plansWaves,
  guards,
  warns,
}: Required<Pick<Way, 'code' | 'to' | 'from'>> & Way) => ({
  code,
  label: both(button),
  ...(records && { records }),
  ...(plansWaves && { plansWaves }),
  from,
  to,
  guards: [
    ...(guards ?? ['step_answered' as const]).map(rule => ({ rule, severity: 'block' as const })),
    ...(warns ?? []).map(rule => ({ rule, severity: 'warn' as const })),
  ],
})

/**
 * A programme all of whose steps are made of questions. Its states keep the codes that an import derives (formats,
 * "Import"), under the programme's own words, so that the history of another system finds its place.
 */
export function written({
  stages,
  exits = [],
  ends = [],
  steps,
  name,
  startsWithoutOrganisation,
  moreRules = [],
  ...rest
}: Written): ProgrammeDefinition {
  const open = stages.map(({ state }) => state)
  const paused = ends.flatMap(({ code, kind }) => (kind === 'paused' ? [code] : []))
  return {
    ...rest,
    name: both(name),
    startsWithoutOrganisation: startsWithoutOrganisation ?? false,
    initialState: open[0] ?? '',
    steps: [...steps],
    states: [
      ...stages.map(stage => ({
        code: stage.state,
        label: both(stage.label),
        step: stage.step,
        kind: 'open' as const,
        next: { label: both(stage.next), for: stage.for ?? ('practitioner' as const), days: stage.days },
      })),
      ...ends,
      ended('referred', ['Orientée ailleurs', 'Referred elsewhere']),
      { code: 'suspended', label: both(['Suspendu', 'Suspended']), step: null, kind: 'paused' },
      { code: 'closed', label: both(['Clôturé', 'Closed']), step: steps.at(-1)?.code ?? null, kind: 'ended' },
      ended('abandoned', ['Abandonné', 'Abandoned']),
    ],
    transitions: [
      ...stages.map(({ state, way }, index) =>
        transitionOf({
          ...way,
          code: way.code ?? `leave_${state}`,
          from: [state],
          to: stages[index + 1]?.state ?? 'closed',
        }),
      ),
      ...exits.map(transitionOf),
      transitionOf({
        code: 'refer_elsewhere',
        button: ['Orienter vers un autre acteur', 'Refer to another actor'],
        from: open.slice(0, 3),
        to: 'referred',
        guards: ['reason_given'],
      }),
      {
        code: 'suspend',
        from: open,
        to: 'suspended',
        guards: [
          { rule: 'reason_given', severity: 'block' },
          { rule: 'resume_day_given', severity: 'block' },
        ],
      },
      {
        code: 'abandon',
        from: [...open, ...paused, 'suspended'],
        to: 'abandoned',
        guards: [{ rule: 'reason_given', severity: 'block' }],
      },
    ],
    settings: { ...dlaRules.settings, committeeRequired: false },
    reminders: [
      shippedRule('R01'),
      {
        ...shippedRule('R20'),
        trigger: 'follow_up_planned',
        // The letter to the organisation asks the questions of the DLA: here the practitioner asks those of the steps.
        occurrences: [-14, 0, 30].map(days => ({ days, business: false, to: 'practitioner' as const })),
      },
      ...(['R29', 'R34', 'R35', ...moreRules] as const).map(shippedRule),
    ],
    indicators: dlaRules.indicators,
  }
}

/** The way out of the accompaniment, which starts the clock of the waves. */
export const toFollowUp = (button: Both): Way => ({
  button,
  records: 'restitution',
  plansWaves: true,
  code: 'enter_waves',
})
/** The end of the follow-up: what still waits for an answer asks for a reason, and is no wall. */
export const followUpStage = (label: Both, next: Both, days: number): Stage => ({
  state: 'follow_up',
  step: 'follow_up',
  label,
  next,
  days,
  way: {
    button: ['Clôturer le dossier', 'Close the case'],
    code: 'close_case',
    records: 'closure',
    guards: [],
    warns: ['last_follow_up_settled'],
  },
})
