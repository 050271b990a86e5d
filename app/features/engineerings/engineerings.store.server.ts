import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { type EngineeringKind, engineeringMembers, engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CaseHeader, Engineering, EngineeringSummary, Member, WrittenEngineering } from './engineering.ts'

/** Days as the database holds them, in quarter-days. */
const toQuarters = (days: number | null) => (days === null ? null : Math.round(days * 4))

/** One engineering; with `lock`, nobody else records its sessions or changes it before this transaction ends. */
export async function engineeringById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Engineering | null> {
  const query = tx
    .select()
    .from(engineerings)
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ? opened(row) : null
}

/** Those of a consultant's reach. */
export async function engineeringsByIds(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
): Promise<Engineering[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(engineerings)
    .where(and(eq(engineerings.operatorId, operatorId), inArray(engineerings.id, [...ids])))
    .orderBy(asc(engineerings.endsOn), asc(engineerings.id))
  return rows.map(opened)
}

function opened(row: typeof engineerings.$inferSelect): Engineering {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    providerId: row.providerId,
    state: row.state,
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    signedOn: day(row.signedOn),
    deliveredOn: day(row.deliveredOn),
    paidOn: day(row.paidOn),
    lateReason: row.lateReason,
    unconsultedReason: row.unconsultedReason,
    orderedQuarters: toQuarters(row.daysOrdered),
    amountCents: row.amountCents,
    version: row.version,
  }
}

/** The engineering, unless the case whose pages one comes from is not one of its members. */
export async function engineeringOfCase(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, number }: { engineeringId: string; number: string | null },
  options: { lock?: boolean } = {},
): Promise<Engineering | null> {
  if (number !== null) {
    const members = await membersOf(tx, operatorId, [engineeringId])
    if (!members.some(member => member.number === number)) return null
  }
  return engineeringById(tx, operatorId, engineeringId, options)
}

const columnsOf = ({ orderedQuarters, ...written }: WrittenEngineering) => ({
  ...written,
  daysOrdered: orderedQuarters === null ? null : orderedQuarters / 4,
})

export async function insertEngineering(
  tx: TenantTx,
  operatorId: string,
  { id, kind, ...written }: WrittenEngineering & { id: string; kind: EngineeringKind },
): Promise<void> {
  await tx.insert(engineerings).values({ operatorId, id, kind, ...columnsOf(written) })
}

export async function updateEngineering(
  tx: TenantTx,
  operatorId: string,
  id: string,
  written: WrittenEngineering,
): Promise<void> {
  await tx
    .update(engineerings)
    .set({ ...columnsOf(written), version: sql`${engineerings.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, id)))
}

export async function cancelEngineering(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx
    .update(engineerings)
    .set({ state: 'cancelled', version: sql`${engineerings.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, id)))
  await tx
    .update(sessions)
    .set({ status: 'cancelled', version: sql`${sessions.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(sessions.operatorId, operatorId), eq(sessions.engineeringId, id), eq(sessions.status, 'planned')))
}

/** The cases of these engineerings, by name. */
export async function membersOf(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
): Promise<Member[]> {
  if (engineeringIds.length === 0) return []
  return tx
    .select({
      engineeringId: engineeringMembers.engineeringId,
      accompanimentId: engineeringMembers.accompanimentId,
      number: accompaniments.number,
      organisationId: accompaniments.organisationId,
      contactPersonId: accompaniments.contactPersonId,
      practitionerId: accompaniments.practitionerId,
      name: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
    })
    .from(engineeringMembers)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, engineeringMembers.operatorId),
        eq(accompaniments.id, engineeringMembers.accompanimentId),
      ),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(
      and(
        eq(engineeringMembers.operatorId, operatorId),
        inArray(engineeringMembers.engineeringId, [...engineeringIds]),
      ),
    )
    .orderBy(asc(sql`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`))
}

/** An engineering on a line of a list. */
const summary = {
  id: engineerings.id,
  kind: engineerings.kind,
  title: engineerings.title,
  state: engineerings.state,
  startsOn: engineerings.startsOn,
  endsOn: engineerings.endsOn,
  signedOn: engineerings.signedOn,
  amountCents: engineerings.amountCents,
  daysOrdered: engineerings.daysOrdered,
  provider: providers.name,
  daysHeld: sql<number>`(
    select coalesce(sum(${sessions.days}), 0)::float8 from ${sessions}
    where ${sessions.operatorId} = ${engineerings.operatorId} and ${sessions.engineeringId} = ${engineerings.id}
      and ${sessions.status} = 'held')`,
  nextOn: sql<string | null>`(
    select min(${sessions.heldOn})::text from ${sessions}
    where ${sessions.operatorId} = ${engineerings.operatorId} and ${sessions.engineeringId} = ${engineerings.id}
      and ${sessions.status} = 'planned')`,
  /** Its case, or one of them. */
  caseNumber: sql<string | null>`(
    select min(${accompaniments.number}) from ${engineeringMembers}
    join ${accompaniments} on ${accompaniments.operatorId} = ${engineeringMembers.operatorId}
      and ${accompaniments.id} = ${engineeringMembers.accompanimentId}
    where ${engineeringMembers.operatorId} = ${engineerings.operatorId}
      and ${engineeringMembers.engineeringId} = ${engineerings.id})`,
  members: sql<number>`(
    select count(*)::int from ${engineeringMembers}
    where ${engineeringMembers.operatorId} = ${engineerings.operatorId}
      and ${engineeringMembers.engineeringId} = ${engineerings.id})`,
}

const summaries = (tx: TenantTx) =>
  tx
    .select(summary)
    .from(engineerings)
    .leftJoin(
      providers,
      and(eq(providers.operatorId, engineerings.operatorId), eq(providers.id, engineerings.providerId)),
    )

const latestFirst = [desc(sql`coalesce(${engineerings.signedOn}, ${engineerings.startsOn})`), desc(engineerings.id)]

export function engineeringsOfProvider(
  tx: TenantTx,
  operatorId: string,
  providerId: string,
): Promise<EngineeringSummary[]> {
  return summaries(tx)
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.providerId, providerId)))
    .orderBy(...latestFirst)
    .limit(200)
}

export function engineeringsOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<EngineeringSummary[]> {
  const mine = tx
    .select({ id: engineeringMembers.engineeringId })
    .from(engineeringMembers)
    .where(and(eq(engineeringMembers.operatorId, operatorId), eq(engineeringMembers.accompanimentId, accompanimentId)))
  return summaries(tx)
    .where(and(eq(engineerings.operatorId, operatorId), inArray(engineerings.id, mine)))
    .orderBy(...latestFirst)
}

const collective = (operatorId: string) =>
  and(eq(engineerings.operatorId, operatorId), eq(engineerings.kind, 'collective'))

export function collectiveEngineerings(
  tx: TenantTx,
  operatorId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<EngineeringSummary[]> {
  return summaries(tx)
    .where(collective(operatorId))
    .orderBy(...latestFirst)
    .limit(limit)
    .offset(offset)
}

export async function countCollective(tx: TenantTx, operatorId: string): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(engineerings).where(collective(operatorId))
  return row?.total ?? 0
}

/** The case of that number, with the name under which its pages know it. */
export const caseByNumber = (tx: TenantTx, operatorId: string, number: string) =>
  caseWhere(tx, operatorId, eq(accompaniments.number, number))

export const caseById = (tx: TenantTx, operatorId: string, id: string) =>
  caseWhere(tx, operatorId, eq(accompaniments.id, id))

async function caseWhere(tx: TenantTx, operatorId: string, where: SQL): Promise<CaseHeader | null> {
  const [row] = await tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      name: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(accompaniments.operatorId, operatorId), where))
  return row ?? null
}
