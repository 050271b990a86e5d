import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { invoices } from '#db/schema/contracts.ts'
import { type EngineeringKind, engineeringMembers, engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ContractDays } from './held-days.ts'

const ofThis = sql`${sessions.operatorId} = ${engineerings.operatorId} and ${sessions.engineeringId} = ${engineerings.id}`

const columns = {
  id: engineerings.id,
  kind: engineerings.kind,
  title: engineerings.title,
  state: engineerings.state,
  provider: providers.name,
  endsOn: engineerings.endsOn,
  daysOrdered: engineerings.daysOrdered,
  daysHeld: sql<number>`(
    select coalesce(sum(${sessions.days}), 0)::float8 from ${sessions} where ${ofThis} and ${sessions.status} = 'held')`,
  plannedSessions: sql<number>`(
    select count(*)::int from ${sessions} where ${ofThis} and ${sessions.status} = 'planned')`,
  overReason: sql<string | null>`(
    select ${sessions.overrunReason} from ${sessions}
    where ${ofThis} and ${sessions.status} = 'held' and ${sessions.overrunReason} is not null
    order by ${sessions.heldOn} desc limit 1)`,
  invoicedQuarters: sql<number>`(
    select coalesce(sum(${invoices.quarters}), 0)::int from ${invoices}
    where ${invoices.operatorId} = ${engineerings.operatorId} and ${invoices.engineeringId} = ${engineerings.id})`,
  members: sql<number>`(
    select count(*)::int from ${engineeringMembers}
    where ${engineeringMembers.operatorId} = ${engineerings.operatorId}
      and ${engineeringMembers.engineeringId} = ${engineerings.id})`,
  caseNumber: sql<string | null>`(
    select min(${accompaniments.number}) from ${engineeringMembers}
    join ${accompaniments} on ${accompaniments.operatorId} = ${engineeringMembers.operatorId}
      and ${accompaniments.id} = ${engineeringMembers.accompanimentId}
    where ${engineeringMembers.operatorId} = ${engineerings.operatorId}
      and ${engineeringMembers.engineeringId} = ${engineerings.id})`,
}

type Kept = { engineeringIds: readonly string[] | null; kind: EngineeringKind | null }

const kept = (operatorId: string, { engineeringIds, kind }: Kept) =>
  and(
    eq(engineerings.operatorId, operatorId),
    ne(engineerings.state, 'cancelled'),
    ne(engineerings.state, 'paid'),
    engineeringIds ? inArray(engineerings.id, [...engineeringIds]) : undefined,
    kind ? eq(engineerings.kind, kind) : undefined,
  )

/** The contracts that are not paid yet, those that end first coming first: a page of them, with the number of all. */
export async function contractDays(
  tx: TenantTx,
  operatorId: string,
  filter: Kept,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ContractDays[]; total: number }> {
  if (filter.engineeringIds?.length === 0) return { rows: [], total: 0 }
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(engineerings)
    .where(kept(operatorId, filter))
  const rows = await tx
    .select(columns)
    .from(engineerings)
    .leftJoin(
      providers,
      and(eq(providers.operatorId, engineerings.operatorId), eq(providers.id, engineerings.providerId)),
    )
    .where(kept(operatorId, filter))
    .orderBy(sql`${engineerings.endsOn} asc nulls last`, asc(engineerings.id))
    .limit(limit)
    .offset(offset)
  return {
    total: counted?.total ?? 0,
    rows: rows.map(({ daysOrdered, daysHeld, endsOn, ...row }) => ({
      ...row,
      endsOn: day(endsOn),
      orderedQuarters: daysOrdered === null ? null : Math.round(daysOrdered * 4),
      heldQuarters: Math.round(daysHeld * 4),
    })),
  }
}
