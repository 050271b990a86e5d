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
  'rappels',
  'documents',
  'historique',
] as const
export type CasePage = (typeof pages)[number]
/**
 * A page that the product has for every programme, with the page of the questions that this one asks besides; or the page
 * of a step of this one.
 */
export type CaseTab = { page: CasePage; questions: StepPage | null } | StepPage
type StepPage = { step: string; label: Label }

/** Behind the tab of the same name: the questions that a programme asks besides. */
const besides = ({ fr, en }: Label): Label => ({ fr: `${fr} : questions`, en: `${en}: questions` })

/** The tabs of a case: those of its programme's steps in their order, then what every case has. */
export function tabsOf({ steps, waves }: Pick<ProgrammeDefinition, 'steps' | 'waves'>): CaseTab[] {
  const own = steps.flatMap<CaseTab>(({ code, label, tab, questions = [] }) => {
    if (tab === 'etapes') return [{ step: code, label }]
    const page = { page: tab, questions: questions.length > 0 ? { step: code, label: besides(label) } : null }
    return tab === 'seances' ? [plain('ingenieries'), page] : [page]
  })
  const hasFollowUp = steps.some(({ tab }) => tab === 'suivi')
  return [
    ...own,
    ...(hasFollowUp || waves.length === 0 ? [] : [plain('suivi')]),
    plain('rappels'),
    plain('documents'),
    plain('historique'),
  ]
}

const plain = (page: CasePage): CaseTab => ({ page, questions: null })

/** Where the step of a state is worked on, under the address of the case; null when the state leaves the path. */
export function tabOfState(
  { states, steps }: Pick<ProgrammeDefinition, 'states' | 'steps'>,
  state: string,
): string | null {
  const code = states.find(known => known.code === state)?.step
  const step = steps.find(known => known.code === code)
  return step ? (step.tab === 'etapes' ? `etapes/${step.code}` : step.tab) : null
}
