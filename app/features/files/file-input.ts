import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { choice, id, integer, line, object, optional } from '#app/kernel/input.ts'
import { fileKinds, largestFile } from './file-kinds.ts'

/** What the server has found of a file that may come with a form. */
export const optionalFile = () => ({
  fileId: optional(id()),
  name: optional(line({ max: 200 })),
  kind: optional(choice(Object.keys(fileKinds))),
  size: optional(integer({ min: 1, max: largestFile })),
  sha256: optional(line({ max: 64 })),
})
type Found = {
  fileId: string | null
  name: string | null
  kind: string | null
  size: number | null
  sha256: string | null
}

/** The file of such a form, when there is one. */
export function fileOf({ fileId: id, name, kind, size, sha256 }: Found) {
  return id && name && kind && size && sha256 ? { id, name, kind, size, sha256 } : null
}

/** What the server has found of the file, beside what the form says of it. */
export const addFileInput = object({
  number: caseNumber(),
  /** A domain of the diagnostic, or a question of the case's programme. */
  about: optional(line({ max: 80 })),
  /** The step whose page sends it. */
  step: optional(line({ max: 60 })),
  fileId: id(),
  name: line({ max: 200 }),
  kind: choice(Object.keys(fileKinds)),
  size: integer({ min: 1, max: largestFile }),
  sha256: line({ max: 64 }),
})
/** The address that a file is sent to. */
export const fileRoomInput = object({ number: caseNumber(), step: optional(line({ max: 60 })) })
export const fileInput = object({ number: caseNumber(), fileId: id() })
