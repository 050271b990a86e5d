import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import {
  choice,
  day,
  hour,
  id,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  version,
} from '#app/kernel/input.ts'
import { attendanceStatuses, sessionKinds, sessionModes, sessionStatuses } from './session-rules.ts'

const caseNumber = line({ max: 20 })

const attendee = object({
  accompanimentId: id(),
  status: choice(attendanceStatuses),
  personName: optional(line({ max: 200 })),
})

/** A field that received several lines gives as many. */
const lines = list(optionalText({ max: 10_000 }), { max: 60 })
const step = object({
  text: optionalText({ max: 5_000 }),
  owner: optional(line({ max: 200 })),
  dueOn: optionalDay(),
})

const fields = {
  status: choice(sessionStatuses),
  heldOn: day(),
  beginsAt: optional(hour()),
  endsAt: optional(hour()),
  days: optional(quarterDays({ min: 0, max: 400 })),
  kind: optional(choice(sessionKinds)),
  mode: optional(choice(sessionModes)),
  place: optional(line({ max: 200 })),
  attendance: list(attendee, { max: 100 }),
  themes: list(choice(expertiseDomains), { max: expertiseDomains.length }),
  agenda: lines,
  decisions: lines,
  nextSteps: list(step, { max: 60 }),
  blockers: lines,
  overrunReason: optionalText({ max: 1_000 }),
}

/** From a consultant's mission, or from a case of which the engineering is then one. */
export const RecordSessionInput = object({ engineeringId: id(), number: optional(caseNumber), ...fields })
export const CorrectSessionInput = object({
  sessionId: id(),
  engineeringId: optional(id()),
  number: optional(caseNumber),
  version: version(),
  ...fields,
})
/** A known session when it is named, otherwise a new one of the engineering. */
export const SessionFormAddress = object({
  sessionId: optional(id()),
  engineeringId: optional(id()),
  number: optional(caseNumber),
  /** What the form begins with: a session to plan, a planned one to confirm. */
  statut: optional(choice(sessionStatuses)),
  /** The last one once more: same people, place and hours, at the next date. */
  comme: optional(choice(['derniere'])),
})
export const MissionAddress = object({ engineeringId: id() })
export const CaseSessionsAddress = object({ number: caseNumber })
