import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { IdentityTx } from '#db/identity.ts'
import { attemptCounters } from '#db/schema/users.ts'
import { sha256 } from './sha256.server.ts'

/** How many times something may be tried in a window that begins with the first try. */
export type AttemptLimit = {
  /** What is counted: its name, then whose. Kept as a hash, since it holds addresses. */
  of: readonly [string, ...string[]]
  max: number
  minutes: number
  /** Success gives the try back: only failures count. */
  failuresOnly?: true
  /** The failure's tag, when it is not `too-many-attempts`; its sentence has `{{minutes}}`. */
  refusal?: string
  /** Does not hold for whoever is remembered under this name: see `rememberFor`. */
  unless?: readonly [string, ...string[]]
}

const minute = 60_000
/** An address from which somebody has signed in is hers for this long. */
const rememberedDays = 90

/**
 * Counts one try against each limit, in order, and stops at the first that is spent; null when none is.
 * Each count is one statement on one row, so that tries sent together are counted one by one.
 */
export async function takeAttempts(
  tx: IdentityTx,
  limits: readonly AttemptLimit[],
  now: Date,
): Promise<{ refusal: string; minutes: number } | null> {
  for (const limit of limits) {
    if (limit.unless && (await isRemembered(tx, limit.unless, now))) continue
    const { count, windowEndsAt } = await countOne(tx, limit, now)
    if (count <= limit.max) continue
    const minutes = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / minute))
    return { refusal: limit.refusal ?? 'too-many-attempts', minutes }
  }
  return null
}

async function countOne(tx: IdentityTx, limit: AttemptLimit, now: Date) {
  const windowEndsAt = new Date(now.getTime() + limit.minutes * minute)
  const isOver = sql`${attemptCounters.windowEndsAt} <= ${now.toISOString()}`
  const [row] = await tx
    .insert(attemptCounters)
    .values({ key: keyOf(limit.of), count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: attemptCounters.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${attemptCounters.count} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then ${windowEndsAt.toISOString()} else ${attemptCounters.windowEndsAt} end`,
      },
    })
    .returning({ count: attemptCounters.count, windowEndsAt: attemptCounters.windowEndsAt })
  if (!row) throw new Error('a counter without a row')
  return row
}

/** Gives back the tries that count failures only. */
export async function giveBackAttempts(tx: IdentityTx, limits: readonly AttemptLimit[]): Promise<void> {
  // One by one and in the order in which they were taken: rows locked in two orders are a deadlock.
  for (const limit of limits)
    if (limit.failuresOnly)
      await tx
        .update(attemptCounters)
        .set({ count: sql`greatest(${attemptCounters.count} - 1, 0)` })
        .where(eq(attemptCounters.key, keyOf(limit.of)))
}

/** Remembers that `what` succeeded, for limits that make an exception of it. Forgets what is over, a little at a time. */
export async function remember(tx: IdentityTx, what: readonly [string, ...string[]], now: Date): Promise<void> {
  const windowEndsAt = new Date(now.getTime() + rememberedDays * 24 * 60 * minute)
  await tx
    .insert(attemptCounters)
    .values({ key: keyOf(what), count: 1, windowEndsAt })
    .onConflictDoUpdate({ target: attemptCounters.key, set: { windowEndsAt } })
  const over = tx
    .select({ key: attemptCounters.key })
    .from(attemptCounters)
    .where(lt(attemptCounters.windowEndsAt, now))
    .limit(100)
    .for('update', { skipLocked: true })
  await tx.delete(attemptCounters).where(inArray(attemptCounters.key, over))
}

async function isRemembered(tx: IdentityTx, what: readonly string[], now: Date): Promise<boolean> {
  const rows = await tx
    .select({ key: attemptCounters.key })
    .from(attemptCounters)
    .where(and(eq(attemptCounters.key, keyOf(what)), gt(attemptCounters.windowEndsAt, now)))
  return rows.length > 0
}

const keyOf = (of: readonly string[]) => sha256(of.join('\n'))

/** Whom an address stands for: itself, or the /64 of IPv6, which is what one subscriber is given. */
export function addressRange(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
