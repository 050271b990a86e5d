import {
  cents,
  choice,
  day,
  decimal,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  version,
} from '#app/kernel/input.ts'
import { largestLogo } from './funder-logo.ts'
import { departmentCodes } from './scope.ts'

/** One thousand million euros: a slip of the finger is caught. */
const mostCents = 100_000_000_000

const agreement = {
  code: line({ max: 60 }),
  title: optional(line({ max: 200 })),
  funder: line({ max: 120 }),
  startsOn: day(),
  endsOn: day(),
  amountCents: optional(cents({ min: 0, max: mostCents })),
  programmes: list(line({ max: 60 }), { max: 30 }),
  departments: departmentCodes(),
}
export const CreateAgreementInput = object(agreement)
export const EditAgreementInput = object({ ...agreement, agreementId: id(), version: version() })

export const SetTargetInput = object({
  agreementId: id(),
  year: integer({ min: 2000, max: 2100 }),
  indicator: line({ max: 60 }),
  value: optional(decimal({ min: 0, max: 1_000_000_000, scale: 4 })),
})

/** What the server has found of the picture. */
export const SetFunderLogoInput = object({
  agreementId: id(),
  fileId: id(),
  name: line({ max: 200 }),
  kind: choice(['png', 'jpeg']),
  size: integer({ min: 1, max: largestLogo }),
  sha256: line({ max: 64 }),
})
export const DropFunderLogoInput = object({ agreementId: id() })

export const InviteFunderInput = object({ agreementId: id(), name: line({ max: 120 }), email: email() })
export const RevokeFunderInput = object({ agreementId: id(), grantId: id() })
