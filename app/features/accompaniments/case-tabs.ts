import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { Label } from '#app/features/programmes/questions.ts'

const pages = [
  'accueil',
  'diagnostic',
  'parcours',
  'ingenieries',
  'seances',
  'bilan',
  'suivi',
  'impact',
  'documents',
  'historique',
] as const
export type CasePage = (typeof pages)[number]
/** A page that the product has for every programme, or the page of a step of this one. */
export type CaseTab = { page: CasePage } | { step: string; label: Label }

/** Beside the tab of the same name: the questions that an operator added to it. */
const besides = ({ fr, en }: Label): Label => ({ fr: `${fr} : questions`, en: `${en}: questions` })

/** The tabs of a case: those of its programme's steps in their order, then what every case has. */
export function tabsOf({ steps, waves }: Pick<ProgrammeDefinition, 'steps' | 'waves'>): CaseTab[] {
  const own = steps.flatMap<CaseTab>(({ code, label, tab, questions = [] }) => [
    ...(tab === 'seances' ? [{ page: 'ingenieries' as const }] : []),
    ...(tab === 'etapes' ? [] : [{ page: tab }]),
    ...(tab === 'etapes' ? [{ step: code, label }] : []),
    ...(tab !== 'etapes' && questions.length > 0 ? [{ step: code, label: besides(label) }] : []),
  ])
  const hasFollowUp = steps.some(({ tab }) => tab === 'suivi')
  return [
    ...own,
    ...(hasFollowUp || waves.length === 0 ? [] : [{ page: 'suivi' as const }]),
    { page: 'documents' },
    { page: 'historique' },
  ]
}

/** Where the step of a state is worked on, under the address of the case; null when the state leaves the path. */
export function tabOfState(
  { states, steps }: Pick<ProgrammeDefinition, 'states' | 'steps'>,
  state: string,
): string | null {
  const code = states.find(known => known.code === state)?.step
  const step = steps.find(known => known.code === code)
  return step ? (step.tab === 'etapes' ? `etapes/${step.code}` : step.tab) : null
}
