import { fileKinds, largestFile } from '#app/features/files/file-kinds.ts'
import { choice, id, integer, line, object, optional } from '#app/kernel/input.ts'

const address = { sessionId: id(), engineeringId: optional(id()), number: optional(line({ max: 20 })) }

/** A session, from a consultant's mission or from a case. */
export const SessionFilesAddress = object(address)
export const SessionFileAddress = object({ ...address, fileId: id() })
/** What the server has found of the file, beside what the form says of it. */
export const AddSessionFileInput = object({
  ...address,
  caption: optional(line({ max: 200 })),
  fileId: id(),
  name: line({ max: 200 }),
  kind: choice(Object.keys(fileKinds)),
  size: integer({ min: 1, max: largestFile }),
  sha256: line({ max: 64 }),
})
