import { createHmac } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { appSecret } from '#app/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { writtenTogether } from '#db/asked-together.ts'
import { auditLines, events, outbox } from '#db/schema/journal.ts'
import type { OpenTenant } from '#db/tenant.ts'
import { type Actor, actorId } from './actor.ts'

export type NewEvent = {
  /** Past tense: `session.recorded`. */
  name: string
  subjectKind: string
  subjectId: string
  accompanimentId?: string | null
  /** Values, before and after, for those who may read the field. */
  data?: Record<string, unknown>
  /** The day on which it happened, when it is not today. */
  happenedOn?: string
}

export async function writeEvent(tenant: OpenTenant, actor: Actor, actorName: string, event: NewEvent): Promise<void> {
  await keepEvent(tenant.tx, tenant.operator.id, {
    operatorId: tenant.operator.id,
    id: newId(),
    name: event.name,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    accompanimentId: event.accompanimentId ?? null,
    actorKind: actor.kind === 'member' ? actor.role : actor.kind,
    actorId: actor.kind === 'contact' ? actor.link.personId : 'userId' in actor ? actor.userId : null,
    actorName,
    happenedOn: event.happenedOn ?? tenant.today,
    at: tenant.now,
    data: event.data ?? {},
  })
}

const keepEvent = writtenTogether<typeof events.$inferInsert>((tx, _operatorId, all) =>
  tx.insert(events).values([...all]),
)

/**
 * Adds the transaction's line to the operator's chain. Called last: the lock of the chain is held until the commit,
 * so it must be short. Lines hold keyed hashes; the key is derived per operator and dies with it.
 */
export async function appendAuditLine(
  tenant: OpenTenant,
  actor: Actor,
  done: { command: string; subject: unknown; input: unknown },
): Promise<void> {
  const { tx, operator } = tenant
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${operator.id}`}, 0))`)
  const [head] = await tx
    .select({ seq: auditLines.seq, hash: auditLines.hash })
    .from(auditLines)
    .where(eq(auditLines.operatorId, operator.id))
    .orderBy(desc(auditLines.seq))
    .limit(1)
  const line = {
    seq: (head?.seq ?? 0) + 1,
    command: done.command,
    actorHash: keyed(operator.id, actorId(actor)),
    subjectHash: keyed(operator.id, idOf(done.subject)),
    contentHash: keyed(operator.id, JSON.stringify(done.input) ?? ''),
    at: tenant.now,
    previousHash: head?.hash ?? '',
  }
  await tx
    .insert(auditLines)
    .values({ operatorId: operator.id, id: newId(), ...line, hash: chainHash(operator.id, line) })
}

/** What was acted upon, by its id; a list or the operator itself has none. */
function idOf(subject: unknown): string {
  return typeof subject === 'object' && subject !== null && 'id' in subject ? String(subject.id) : ''
}

type ChainLine = {
  seq: number
  command: string
  actorHash: string
  subjectHash: string
  contentHash: string
  at: Date
  previousHash: string
}

function chainHash(operatorId: string, line: ChainLine): string {
  return keyed(
    operatorId,
    [
      line.seq,
      line.command,
      line.actorHash,
      line.subjectHash,
      line.contentHash,
      line.at.toISOString(),
      line.previousHash,
    ].join('\n'),
  )
}

function keyed(operatorId: string, value: string): string {
  const key = createHmac('sha256', appSecret()).update(`audit:${operatorId}`).digest()
  return createHmac('sha256', key).update(value).digest('hex')
}

/**
 * Leaves a job in the outbox of this transaction: it exists if, and only if, the business row does.
 * The same (job, key) is left once. Payloads hold ids only.
 */
export async function leaveInOutbox(
  tenant: OpenTenant,
  job: string,
  payload: Record<string, string>,
  key: string,
  availableAt?: Date,
): Promise<void> {
  await tenant.tx
    .insert(outbox)
    .values({
      operatorId: tenant.operator.id,
      id: newId(),
      job,
      payload,
      dedupKey: key,
      availableAt: availableAt ?? new Date(0),
    })
    .onConflictDoNothing()
  // Wakes the relay at commit; a lost notice only costs one poll interval.
  await tenant.tx.execute(sql`select pg_notify('outbox', '')`)
}

/** The first line whose hash or predecessor does not fit, or null when the chain holds. */
export async function firstBrokenLine(tenant: OpenTenant): Promise<number | null> {
  const lines = await tenant.tx
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.operatorId, tenant.operator.id)))
    .orderBy(auditLines.seq)
  let previous = ''
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.previousHash !== previous || line.hash !== chainHash(tenant.operator.id, line))
      return line.seq
    previous = line.hash
  }
  return null
}
