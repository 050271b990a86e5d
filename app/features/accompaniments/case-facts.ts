import type { Wave } from '#app/features/follow-ups/waves.ts'
import type { Stage } from '#app/features/impact/impact.ts'
import type { Answers } from '#app/features/steps/answers.ts'
import type { Day } from '#app/kernel/day.ts'
import type { ActionNature, ActionStatus, Opinion } from '#db/schema/accompaniments.ts'
import type { FollowUpState } from '#db/schema/follow-ups.ts'
import type { PersonFunction } from '#db/schema/organisations.ts'
import type { Eligibility } from './eligibility.ts'

/** What is known of a case when a transition is asked for. A command lays over it what it is about to write. */
export type CaseFacts = {
  state: string
  stateSince: Day
  today: Day
  requestedOn: Day | null
  intakeOn: Day | null
  diagnosticStartedOn: Day | null
  hasContactPerson: boolean
  hasPractitioner: boolean
  eligibility: Eligibility
  /** The organisation's other accompaniment that was under way last, and the day it ended or was last heard of. */
  previous: { number: string; lastOn: Day } | null
  referral: { sentTo: string; reason: string | null } | null
  /** Required fields of the diagnostic's snapshot that are known, of how many; null without a snapshot. */
  snapshot: { known: number; required: number } | null
  needs: { count: number; ranked: boolean }
  practitionerDays: number | null
  /** Sent to the organisation, not answered yet. */
  sentForValidationOn: Day | null
  validation: { on: Day; by: string; function: PersonFunction | null } | null
  actions: { nature: ActionNature; status: ActionStatus; title: string; dueOn: Day | null }[]
  committeeOn: Day | null
  opinion: Opinion | null
  opinionComment: string | null
  planApprovedOn: Day | null
  engineerings: { state: string; daysOrdered: number; daysHeld: number }[]
  restitutionOn: Day | null
  finalReport: string | null
  followUps: { wave: Wave; state: FollowUpState; plannedOn: Day | null; attempts: number }[]
  resumeOn: Day | null
  hasOrganisation: boolean
  /** How it came: direct, prescribed, at an event, again. */
  channel: string | null
  /** The place of the organisation in the network was said. */
  hasNetworkStatus: boolean
  /** How far the measure of its impact has come; null when none is framed. */
  impactStage: Stage | null
  /** What the team may read of the answers of T0, by question. */
  answers: Answers
  /** Why a case is suspended or abandoned. */
  reason: string | null
}
