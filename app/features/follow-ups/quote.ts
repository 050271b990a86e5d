import type { PieceAudience } from '#db/schema/follow-ups.ts'

/** The sentence that somebody left with her answers. */
export type Quote = {
  body: string
  /** Who may read it; null while nobody may, `withdrawnOn` saying since when. */
  audience: PieceAudience | null
  withdrawnOn: string | null
}
