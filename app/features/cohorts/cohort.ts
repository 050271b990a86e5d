import type { Engineering } from '#app/features/engineerings/engineering.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Grouping } from '#db/schema/cohorts.ts'
import type { LimitCode, PassedLimit } from './cohort-limits.ts'

export const groupings = ['territorial', 'network', 'sector', 'thematic'] as const

export type Cohort = {
  grouping: Grouping | null
  complementsId: string | null
  minimum: number
  closedOn: Day | null
  /** 0 while nothing is stored. */
  version: number
}

export type Enrolment = {
  leader: string | null
  governance: string | null
  charterSignedOn: Day | null
  leaderQuarters: number | null
  withdrawnOn: Day | null
  withdrawalReason: string | null
  version: number
}

export type IntersessionWork = {
  id: string
  accompanimentId: string
  phase: number
  title: string
  dueOn: Day | null
  doneOn: Day | null
  withGovernance: boolean
  version: number
}

export type IndividualReview = {
  heldOn: Day
  conclusions: string
  feedback: string | null
  thirdPerson: string | null
  version: number
}

export type CohortMember = {
  accompanimentId: string
  number: string
  name: string
  people: { name: string; function: string }[]
  enrolment: Enrolment
  works: IntersessionWork[]
  review: IndividualReview | null
}

export type CohortPage = {
  operator: string
  today: Day
  engineering: Engineering
  cohort: Cohort
  others: { id: string; title: string | null }[]
  members: CohortMember[]
  limits: (PassedLimit & { reason: string | null })[]
}

export const newCohort: Cohort = { grouping: null, complementsId: null, minimum: 4, closedOn: null, version: 0 }
export const newEnrolment: Enrolment = {
  leader: null,
  governance: null,
  charterSignedOn: null,
  leaderQuarters: null,
  withdrawnOn: null,
  withdrawalReason: null,
  version: 0,
}

/** Limits that are passed, and that nobody has explained. */
export const unexplained = (limits: readonly { code: LimitCode; reason: string | null }[]) =>
  limits.filter(({ reason }) => reason === null)
