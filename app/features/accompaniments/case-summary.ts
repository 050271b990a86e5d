import type { Wave } from '#app/features/follow-ups/waves.ts'
import type { FollowUpState } from '#db/schema/follow-ups.ts'

export type SummaryNeed = { id: string; title: string; domain: string }
export type SummaryAgreement = { id: string; code: string; funder: string }
export type SummaryFollowUp = {
  wave: Wave
  state: FollowUpState
  plannedOn: string | null
  answeredOn: string | null
  headcount: number | null
  permanent: number | null
  funderCount: number | null
  strategy: number | null
}
export type SummaryPhoto = {
  takenOn: string
  headcount: number | null
  permanent: number | null
  funderCount: number | null
  strategy: number | null
}
export type CaseSummary = {
  needs: SummaryNeed[]
  agreements: SummaryAgreement[]
  followUps: SummaryFollowUp[]
  photo: SummaryPhoto | null
  actions: { total: number; done: number }
  days: { ordered: number; held: number }
  /** What stood in the way at the last session of each of its engineerings. */
  blockers: string[]
}
