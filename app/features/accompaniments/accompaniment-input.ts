import {
  checkbox,
  choice,
  day,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '#app/kernel/input.ts'
import { criteria, criterionAnswers, decisions, requesters } from './criteria.ts'
import { timelineKinds } from './timeline-kinds.ts'

const channels = ['direct', 'prescribed', 'event', 'returning'] as const
const outcomes = ['objectives_reached', 'partly', 'not_reached', 'interrupted', 'unknown'] as const
const opinions = ['favourable', 'favourable_with_reservations', 'adjourned', 'unfavourable', 'for_information'] as const
const abandonReasons = ['withdrew', 'closed_down', 'need_solved', 'merged', 'no_provider', 'out_of_scope'] as const

/** `2026-0042`, as it stands in the address. */
export const caseNumber = () => line({ max: 20 })
const why = () => optionalText({ max: 2000 })

export const caseInput = object({ number: caseNumber() })
/** `sur`: what a file is to be attached to. */
export const documentsInput = object({ number: caseNumber(), sur: optional(line({ max: 80 })) })

export const openInput = object({
  /** Empty for a project that starts before there is an organisation. */
  organisationId: optional(id()),
  /** What the case is called while it has none. */
  title: optional(line({ max: 200 })),
  /** Where a project is: an organisation's case is where its organisation is. */
  place: optional(line({ max: 120 })),
  programme: line({ max: 80 }),
  channel: optional(choice(channels)),
  prescriber: optional(line({ max: 200 })),
  motive: optionalText({ max: 5000 }),
  requestedOn: optionalDay(),
  practitionerId: optional(id()),
  agreements: list(id(), { max: 20 }),
  /** The number of the case of the same organisation that this one goes on with. */
  follows: optional(line({ max: 20 })),
})

export const placeInput = object({ number: caseNumber(), version: version(), place: optional(line({ max: 120 })) })

const criterion = object({ answer: optional(choice(criterionAnswers)), note: optional(line({ max: 500 })) })
export const intakeInput = object({
  number: caseNumber(),
  version: version(),
  channel: optional(choice(channels)),
  prescriber: optional(line({ max: 200 })),
  motive: optionalText({ max: 5000 }),
  requestedOn: optionalDay(),
  intakeOn: optionalDay(),
  contactPersonId: optional(id()),
  criteria: optional(object(Object.fromEntries(criteria.map(name => [name, optional(criterion)])))),
  requester: optional(choice(requesters)),
  boardAgreementOn: optionalDay(),
  noticeGivenOn: optionalDay(),
  urgent: optional(yesNo()),
  decision: optional(choice(decisions)),
  decisionReason: optionalText({ max: 2000 }),
})

/** The transitions that need nothing but a day and, with a warning, a reason. */
export const plainTransitions = [
  'hold_intake',
  'start_diagnostic',
  'declare_ineligible',
  'start_planning',
  'submit_to_committee',
  'adjourn',
  'start',
] as const
export const advanceInput = object({
  number: caseNumber(),
  transition: choice(plainTransitions),
  on: optionalDay(),
  reason: why(),
})

export const referInput = object({
  number: caseNumber(),
  sentTo: line({ max: 200 }),
  reason: text({ max: 2000 }),
  sentOn: optionalDay(),
  expectedOn: optionalDay(),
  /** Whom to write to there, so that the partner answers by itself. */
  partnerName: optional(line({ max: 120 })),
  partnerEmail: optional(email()),
  /** The case ends here: somebody else takes over. */
  ends: checkbox(),
})
export const answerReferralInput = object({
  number: caseNumber(),
  referralId: id(),
  version: version(),
  answer: choice(['accepted', 'refused']),
  answeredOn: optionalDay(),
  word: optionalText({ max: 2000 }),
  outcome: optionalText({ max: 2000 }),
})

export const opinionInput = object({
  number: caseNumber(),
  version: version(),
  committeeOn: optionalDay(),
  opinion: optional(choice(opinions)),
  opinionComment: optionalText({ max: 5000 }),
})
export const approvePlanInput = object({
  number: caseNumber(),
  planApprovedOn: day(),
  planApprovedBy: line({ max: 120 }),
  reason: why(),
})

export const restitutionInput = object({ number: caseNumber(), restitutionOn: day(), reason: why() })
export const correctRestitutionInput = object({
  number: caseNumber(),
  restitutionOn: day(),
  reason: text({ max: 2000 }),
})
export const finalReportInput = object({
  number: caseNumber(),
  version: version(),
  finalReport: optionalText({ max: 50_000 }),
  outcome: optional(choice(outcomes)),
})
export const enterFollowUpInput = object({ number: caseNumber(), reason: why() })
export const closeInput = object({
  number: caseNumber(),
  closedOn: optionalDay(),
  outcome: choice(outcomes),
  reason: why(),
})

export const suspendInput = object({ number: caseNumber(), reason: text({ max: 2000 }), resumeOn: day() })
export const abandonInput = object({
  number: caseNumber(),
  abandonReason: choice(abandonReasons),
  abandonedOn: optionalDay(),
  comment: why(),
})
export const reopenInput = object({ number: caseNumber(), reason: text({ max: 2000 }) })
/** What stood there when the page was shown, for what no version guards; nothing is compared without it. */
const seen = (max: number) => optional(line({ max }))
export const handOverInput = object({
  number: caseNumber(),
  practitionerId: id(),
  reason: why(),
  seen: seen(40),
})
export const agreementsInput = object({
  number: caseNumber(),
  agreements: list(id(), { max: 20 }),
  seen: seen(2000),
})
export const bringBackDayInput = object({
  number: caseNumber(),
  eventId: id(),
  nextOn: optionalDay(),
  seen: line({ max: 40 }),
})

export const addNoteInput = object({ number: caseNumber(), body: text({ max: 10_000 }) })
export const notePageInput = object({ number: caseNumber(), noteId: id() })
export const noteAudienceInput = object({
  number: caseNumber(),
  noteId: id(),
  version: version(),
  audience: choice(['internal', 'shared']),
})
export const updateNoteInput = object({
  number: caseNumber(),
  noteId: id(),
  version: version(),
  body: text({ max: 10_000 }),
})

export const todayInput = object({ vue: optional(choice(['equipe', 'miens'])) })
export const openPageInput = object({
  texte: optional(line({ max: 120 })),
  structure: optional(line({ max: 40 })),
  creer: optional(choice(['1'])),
  projet: optional(choice(['1'])),
  /** The case to go on with, and the wave at which a need was told. */
  suite: optional(line({ max: 20 })),
  vague: optional(choice(['T1', 'T2', 'T3', 'T4'])),
})
export const historyInput = object({ number: caseNumber(), page: optional(integer({ min: 1, max: 10_000 })) })
export const timelineInput = object({
  number: caseNumber(),
  note: optional(line({ max: 40 })),
  genre: optional(choice(timelineKinds)),
})
