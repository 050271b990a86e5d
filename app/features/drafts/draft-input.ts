import { integer, line, object, optional, text } from '#app/kernel/input.ts'

const place = () => line({ max: 300 })
const formName = () => line({ max: 80 })

export const draftsHereInput = object({ place: place() })
export const discardDraftInput = object({ place: place(), form: formName() })
export const saveDraftInput = object({
  place: place(),
  form: formName(),
  /** That of the form on the page: once it is accepted, what comes late is no draft any more. */
  key: optional(line({ max: 120 })),
  /** The draft's own, that this page last read or wrote; 0 when it knows of none. */
  known: integer({ min: 0, max: 2_147_483_647 }),
  /** Drawn by the page when it opened. */
  tab: line({ max: 80 }),
  typed: text({ max: 400_000 }),
})
