import { fileKinds, largestFile } from '#app/features/files/file-kinds.ts'
import { checkbox, choice, id, integer, line, list, object, optional } from '#app/kernel/input.ts'
import { longestDrawing } from './signature-rules.ts'

const address = { sessionId: id(), engineeringId: optional(id()), number: optional(line({ max: 20 })) }
const signature = {
  /** The sheet that she was shown. */
  sheet: line({ max: 64 }),
  signedName: optional(line({ max: 200 })),
  wasThere: checkbox(),
  drawing: optional(line({ max: longestDrawing })),
}

export const SheetAddress = object(address)
export const SheetPlaceAddress = object({ ...address, placeId: id() })
export const TakeSheetInput = object({ ...address, langue: optional(choice(['fr', 'en'])) })
export const SignOnDeviceInput = object({ ...address, placeId: id(), ...signature })
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
