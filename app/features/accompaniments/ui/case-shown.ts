import type { ProgrammeState } from '#app/features/programmes/programme-definition.ts'
import type { NextFor } from '#db/schema/accompaniments.ts'
import type { CaseSummary } from '../case-summary.ts'
import type { CaseTab } from '../case-tabs.ts'
import type { Label } from '../state-labels.ts'
import type { WakePoint } from '../wake-of.ts'

/** What the pages of a case show around their own content. */
export type CaseShown = CaseSummary & {
  number: string
  base: string
  operatorBase: string
  title: string
  organisation: {
    id: string
    legalForm: string | null
    sector: string | null
    department: string | null
    qpv: boolean | null
    frr: boolean | null
    siretDraft: string | null
    rnaDraft: string | null
  } | null
  programme: Label
  state: Pick<ProgrammeState, 'label' | 'kind' | 'step'> | null
  isEnded: boolean
  isMine: boolean
  practitioner: string | null
  next: { step: string; for: NextFor | null; on: string | null; detail: string | null } | null
  suspension: { reason: string | null; resumeOn: string | null } | null
  abandonment: { reason: string | null; on: string } | null
  tabs: CaseTab[]
  /** The tab of the step where the case stands. */
  nextTab: string | null
  wake: WakePoint[]
  typology: { trade: string | null; phase: string | null; domains: string[]; publics: string[] }
  previous: string | null
  /** The cases that go on with this one. */
  followedBy: string[]
  today: string
}
