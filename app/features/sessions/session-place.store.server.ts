import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type Session, sessionById } from './sessions.store.server.ts'

export type SessionAddress = { sessionId: string; engineeringId: string | null; number: string | null }
export type PlacedSession = { session: Session; engineering: Engineering }
type Reading = { tx: TenantTx; operator: { id: string } }

/** The session with its engineering; null when the address names another engineering or another case. */
export async function placedSession(
  { tx, operator }: Reading,
  { sessionId, engineeringId, number }: SessionAddress,
  options: { lock?: boolean } = {},
): Promise<PlacedSession | null> {
  const seen = await sessionById(tx, operator.id, sessionId)
  if (!seen || (engineeringId && engineeringId !== seen.engineeringId)) return null
  const address = { engineeringId: seen.engineeringId, number }
  const engineering = await engineeringOfCase(tx, operator.id, address, options)
  // Read again behind the lock: what was seen before it may have been corrected meanwhile.
  const session = engineering && options.lock ? await sessionById(tx, operator.id, sessionId) : seen
  return engineering && session ? { session, engineering } : null
}
