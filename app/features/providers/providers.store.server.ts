import { and, asc, count, countDistinct, eq, ilike, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { normaliseName } from '#app/kernel/names.ts'
import { engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import { listingState } from './listing.ts'

export type Provider = Pick<
  typeof providers.$inferSelect,
  'id' | 'name' | 'email' | 'siret' | 'skills' | 'sectors' | 'territories' | 'confirmedOn' | 'version'
>
type Written = Pick<Provider, 'name' | 'email' | 'siret' | 'skills' | 'sectors' | 'territories'>

const columns = {
  id: providers.id,
  name: providers.name,
  email: providers.email,
  siret: providers.siret,
  skills: providers.skills,
  sectors: providers.sectors,
  territories: providers.territories,
  confirmedOn: providers.confirmedOn,
  version: providers.version,
}

/** The provider's rows, `lock` when they are about to be written. */
export async function providerById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Provider | null> {
  const query = tx
    .select(columns)
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), eq(providers.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}

/** Null when the operator already has one of that name, whatever its spelling. */
export async function insertProvider(
  tx: TenantTx,
  operatorId: string,
  id: string,
  written: Written,
): Promise<{ id: string } | null> {
  const [row] = await tx
    .insert(providers)
    .values({ operatorId, id, ...written, matchName: normaliseName(written.name) })
    .onConflictDoNothing({ target: [providers.operatorId, providers.matchName] })
    .returning({ id: providers.id })
  return row ?? null
}

export async function isNameTaken(tx: TenantTx, operatorId: string, name: string, exceptId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: providers.id })
    .from(providers)
    .where(
      and(
        eq(providers.operatorId, operatorId),
        eq(providers.matchName, normaliseName(name)),
        ne(providers.id, exceptId),
      ),
    )
  return row !== undefined
}

export async function updateProvider(tx: TenantTx, operatorId: string, id: string, written: Written): Promise<void> {
  await tx
    .update(providers)
    .set({
      ...written,
      matchName: normaliseName(written.name),
      version: sql`${providers.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(providers.operatorId, operatorId), eq(providers.id, id)))
}

export async function confirmProvider(tx: TenantTx, operatorId: string, id: string, on: string): Promise<void> {
  await tx
    .update(providers)
    .set({ confirmedOn: on })
    .where(and(eq(providers.operatorId, operatorId), eq(providers.id, id)))
}

/** The provider of that name, made when there is none: what a form's « new provider » means. */
export async function providerNamed(
  tx: TenantTx,
  operatorId: string,
  id: string,
  name: string,
): Promise<{ id: string; isNew: boolean; confirmedOn: string | null }> {
  const made = await insertProvider(tx, operatorId, id, {
    name,
    email: null,
    siret: null,
    skills: null,
    sectors: null,
    territories: null,
  })
  if (made) return { id: made.id, isNew: true, confirmedOn: null }
  const [row] = await tx
    .select({ id: providers.id, confirmedOn: providers.confirmedOn })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), eq(providers.matchName, normaliseName(name))))
  return { id: row?.id ?? id, isNew: false, confirmedOn: row?.confirmedOn ?? null }
}

export async function providerChoices(tx: TenantTx, operatorId: string, today: Day) {
  const rows = await tx
    .select({ id: providers.id, name: providers.name, confirmedOn: providers.confirmedOn })
    .from(providers)
    .where(eq(providers.operatorId, operatorId))
    .orderBy(asc(providers.matchName))
  return rows.map(({ confirmedOn, ...row }) => ({ ...row, listing: listingState(confirmedOn, today) }))
}

const named = (operatorId: string, search: string | null): SQL | undefined =>
  and(eq(providers.operatorId, operatorId), search ? or(...found(search)) : undefined)

/** In its name, or in what it knows how to do, for whom and where. */
function found(search: string): SQL[] {
  const wanted = `%${normaliseName(search).replace(/[\\%_]/g, '\\$&')}%`
  const columns = [providers.skills, providers.sectors, providers.territories]
  return [
    ilike(providers.matchName, wanted),
    ...columns.map(column => sql`unaccent(${column}) ilike unaccent(${wanted})`),
  ]
}

export async function countProviders(tx: TenantTx, operatorId: string, search: string | null): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(providers).where(named(operatorId, search))
  return row?.total ?? 0
}

/** With what was bought from each, and the days held. */
export function listProviders(
  tx: TenantTx,
  operatorId: string,
  { search, limit, offset }: { search: string | null; limit: number; offset: number },
) {
  return tx
    .select({
      id: providers.id,
      name: providers.name,
      email: providers.email,
      siret: providers.siret,
      skills: providers.skills,
      confirmedOn: providers.confirmedOn,
      engineerings: countDistinct(engineerings.id),
      daysHeld: sql<number>`coalesce(sum(${sessions.days}) filter (where ${sessions.status} = 'held'), 0)::float8`,
      lastHeldOn: sql<string | null>`max(${sessions.heldOn}) filter (where ${sessions.status} = 'held')`,
    })
    .from(providers)
    .leftJoin(
      engineerings,
      and(eq(engineerings.operatorId, providers.operatorId), eq(engineerings.providerId, providers.id)),
    )
    .leftJoin(
      sessions,
      and(eq(sessions.operatorId, engineerings.operatorId), eq(sessions.engineeringId, engineerings.id)),
    )
    .where(named(operatorId, search))
    .groupBy(providers.operatorId, providers.id)
    .orderBy(asc(providers.matchName), asc(providers.id))
    .limit(limit)
    .offset(offset)
}
