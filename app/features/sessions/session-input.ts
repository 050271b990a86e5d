import {
  choice,
  day,
  hour,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  version,
} from '#app/kernel/input.ts'
import { attendeeRoles, headCountAnswers } from './attendance.ts'
import { attendanceStatuses, sessionKinds, sessionModes, sessionStatuses } from './session-rules.ts'
import { holidayChoices, mostTimes, seriesScopes } from './session-series.ts'
import { longestTheme } from './session-theme-input.ts'

const caseNumber = line({ max: 20 })

const attendee = object({
  accompanimentId: id(),
  status: optional(choice(attendanceStatuses)),
  personName: optional(line({ max: 200 })),
  role: optional(choice(attendeeRoles)),
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
  /** Several people may come for one case: a line each. */
  attendance: list(attendee, { max: 300 }),
  headCount: optional(integer({ min: 0, max: 10_000 })),
  headCountIs: optional(choice(headCountAnswers)),
  /** Of the official list, or the operator's own. */
  themes: list(line({ max: longestTheme }), { max: 60 }),
  agenda: lines,
  decisions: lines,
  nextSteps: list(step, { max: 60 }),
  blockers: lines,
  overrunReason: optionalText({ max: 1_000 }),
}

/** From a consultant's mission, or from a case of which the engineering is then one. */
export const RecordSessionInput = object({
  engineeringId: id(),
  number: optional(caseNumber),
  ...fields,
  /** Of a session to plan: every so many weeks, so many times or until a day. */
  everyWeeks: optional(integer({ min: 1, max: 26 })),
  times: optional(integer({ min: 1, max: mostTimes })),
  until: optionalDay(),
  holidays: optional(choice(holidayChoices)),
})
export const CorrectSessionInput = object({
  sessionId: id(),
  engineeringId: optional(id()),
  number: optional(caseNumber),
  version: version(),
  /** Of a planned session: to which others of its series the change is made too. */
  scope: optional(choice(seriesScopes)),
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
