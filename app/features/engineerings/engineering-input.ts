import {
  cents,
  choice,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  text,
  version,
} from '#app/kernel/input.ts'
import { engineeringKinds } from './engineering-rules.ts'

/** `2026-0042`, as it stands in the address of a case. */
const caseNumber = line({ max: 20 })

/** The case from whose pages one comes: the engineering must be one of its own. */
const fromCase = { number: optional(caseNumber) }

const fields = {
  title: line({ max: 200 }),
  providerId: optional(id()),
  /** A name typed instead of a choice: that provider, made when there is none of that name. */
  newProvider: optional(line({ max: 200 })),
  daysOrdered: optional(quarterDays({ min: 0, max: 4_000 })),
  amount: optional(cents({ min: 0, max: 100_000_000_00 })),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  signedOn: optionalDay(),
  deliveredOn: optionalDay(),
  paidOn: optionalDay(),
  lateReason: optionalText({ max: 1_000 }),
  unconsultedReason: optionalText({ max: 1_000 }),
  /** Actions of the members' plans that it carries out. */
  actionIds: list(id(), { max: 100 }),
}

export const CreateEngineeringInput = object({ ...fromCase, kind: choice(engineeringKinds), ...fields })
export const EditEngineeringInput = object({ ...fromCase, engineeringId: id(), version: version(), ...fields })
export const CancelEngineeringInput = object({ ...fromCase, engineeringId: id(), reason: text({ max: 1_000 }) })
export const EngineeringAddress = object({ ...fromCase, engineeringId: id(), membre: optional(line({ max: 100 })) })
export const CaseAddress = object({ number: caseNumber })
export const NewEngineeringAddress = object({ ...fromCase, action: optional(id()) })
export const MemberInput = object({ ...fromCase, engineeringId: id(), accompanimentId: id() })
export const InviteConsultantInput = object({
  ...fromCase,
  engineeringId: id(),
  name: line({ max: 200 }),
  email: email(),
})
export const RevokeConsultantInput = object({ ...fromCase, engineeringId: id(), grantId: id() })
export const CohortsAddress = object({ page: optional(integer({ min: 1, max: 10_000 })) })

export const cohortsPerPage = 50
