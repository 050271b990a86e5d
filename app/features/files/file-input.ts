import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { choice, id, integer, line, object, optional } from '#app/kernel/input.ts'
import { fileSubjects } from './file-about.ts'
import { fileKinds, largestFile } from './file-kinds.ts'

/** What the server has found of the file, beside what the form says of it. */
export const addFileInput = object({
  number: caseNumber(),
  about: optional(choice(fileSubjects)),
  fileId: id(),
  name: line({ max: 200 }),
  kind: choice(Object.keys(fileKinds)),
  size: integer({ min: 1, max: largestFile }),
  sha256: line({ max: 64 }),
})
export const fileInput = object({ number: caseNumber(), fileId: id() })
