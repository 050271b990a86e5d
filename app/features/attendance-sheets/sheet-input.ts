import { fileKinds, largestFile } from '#app/features/files/file-kinds.ts'
import {
  checkbox,
  choice,
  day,
  hour,
  id,
  integer,
  line,
  list,
  object,
  optional,
  quarterDays,
} from '#app/kernel/input.ts'
import { longestDrawing } from './signature-rules.ts'

const address = { sessionId: id(), engineeringId: optional(id()), number: optional(line({ max: 20 })) }
const given = {
  signedName: optional(line({ max: 200 })),
  wasThere: checkbox(),
  drawing: optional(line({ max: longestDrawing })),
}
/** `sheet`: the one that she was shown. */
const signature = { sheet: line({ max: 64 }), ...given }

export const SheetAddress = object(address)
export const SheetPlaceAddress = object({ ...address, placeId: id() })
export const TakeSheetInput = object({ ...address, langue: optional(choice(['fr', 'en'])) })
export const SignOnDeviceInput = object({ ...address, placeId: id(), ...signature })
/** The fields of the sheet as those of a session's form are typed. */
export const SignFromDeviceInput = object({
  sessionId: id(),
  engineeringId: id(),
  number: optional(line({ max: 20 })),
  accompanimentId: id(),
  personName: optional(line({ max: 200 })),
  heldOn: day(),
  beginsAt: optional(hour()),
  endsAt: optional(hour()),
  days: optional(quarterDays({ min: 0, max: 400 })),
  place: optional(line({ max: 200 })),
  /** ISO instant of the device's clock. */
  signedAt: line({ max: 40 }),
  ...given,
})
export const SignByLinkInput = object(signature)
const reason = line({ max: 300 })
export const WithdrawSignatureInput = object({ ...address, signatureId: id(), reason })
export const WithdrawByLinkInput = object({ reason })
export const MatchPaperInput = object({
  ...address,
  sheet: line({ max: 64 }),
  signers: list(id(), { max: 300 }),
  fileId: id(),
  name: line({ max: 200 }),
  kind: choice(Object.keys(fileKinds)),
  size: integer({ min: 1, max: largestFile }),
  sha256: line({ max: 64 }),
})
