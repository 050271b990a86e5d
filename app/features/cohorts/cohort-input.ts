import {
  checkbox,
  choice,
  day,
  id,
  integer,
  line,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  text,
  version,
} from '#app/kernel/input.ts'
import { groupings } from './cohort.ts'
import { limitCodes } from './cohort-limits.ts'

const fromCase = { number: optional(line({ max: 20 })), engineeringId: id() }
const ofMember = { ...fromCase, accompanimentId: id(), version: version() }

export const CohortAddress = object(fromCase)
export const CohortInput = object({
  ...fromCase,
  version: version(),
  grouping: optional(choice(groupings)),
  complementsId: optional(id()),
  minimum: integer({ min: 1, max: 100 }),
})
export const EnrolmentInput = object({
  ...ofMember,
  leader: optional(line({ max: 200 })),
  governance: optional(line({ max: 200 })),
  charterSignedOn: optionalDay(),
  leaderDays: optional(quarterDays({ min: 0, max: 400 })),
  withdrawnOn: optionalDay(),
  withdrawalReason: optionalText({ max: 2_000 }),
})
export const WorkInput = object({
  ...fromCase,
  accompanimentId: id(),
  /** Empty for a new one. */
  workId: optional(id()),
  version: version(),
  phase: integer({ min: 0, max: 2 }),
  title: line({ max: 300 }),
  dueOn: optionalDay(),
  doneOn: optionalDay(),
  withGovernance: checkbox(),
})
export const ReviewInput = object({
  ...ofMember,
  heldOn: day(),
  conclusions: text({ max: 10_000 }),
  feedback: optionalText({ max: 10_000 }),
  thirdPerson: optional(line({ max: 200 })),
})
export const ExplainLimitInput = object({ ...fromCase, limit: choice(limitCodes), reason: text({ max: 2_000 }) })
export const CloseCohortInput = object({ ...fromCase, version: version(), closedOn: day() })
