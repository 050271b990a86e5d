/** A file of a session as its page shows it. */
export type SessionFile = {
  id: string
  name: string
  size: number
  caption: string | null
  addedAt: Date
  addedBy: string
}
