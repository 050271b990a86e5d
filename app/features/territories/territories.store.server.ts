import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { challenges, territories, territorySeats } from '#db/schema/territories.ts'
import type { TenantTx } from '#db/tenant.ts'
import { colleges, type Seat, type Territory, territoryKinds } from './territory.ts'

const columns = {
  id: territories.id,
  name: territories.name,
  kind: territories.kind,
  communes: territories.communes,
  departments: territories.departments,
  label: territories.label,
  labelledOn: territories.labelledOn,
  roadmap: territories.roadmap,
  version: territories.version,
}
type Written = Omit<Territory, 'id' | 'version'>

const inWords = <Row extends { kind: string }>({ kind, ...row }: Row) => ({
  ...row,
  kind: territoryKinds.find(known => known === kind) ?? 'other',
})

export async function territoriesOf(tx: TenantTx, operatorId: string) {
  const rows = await tx
    .select({
      ...columns,
      open: sql<number>`(select count(*)::int from ${challenges} as c where c.operator_id = ${territories.operatorId}
        and c.territory_id = ${territories.id} and c.closed_on is null)`,
    })
    .from(territories)
    .where(eq(territories.operatorId, operatorId))
    .orderBy(asc(sql`lower(${territories.name})`))
    .limit(200)
  return rows.map(inWords)
}

/** Their names alone, for a filter. */
export async function territoriesToChoose(tx: TenantTx, operatorId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: territories.id, name: territories.name })
    .from(territories)
    .where(eq(territories.operatorId, operatorId))
    .orderBy(asc(sql`lower(${territories.name})`))
    .limit(200)
}

export async function territoryById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Territory | null> {
  const query = tx
    .select(columns)
    .from(territories)
    .where(and(eq(territories.operatorId, operatorId), eq(territories.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ? inWords(row) : null
}

/** Whether another territory of the operator has this name, letter case aside. */
export async function isTerritoryNameTaken(
  tx: TenantTx,
  operatorId: string,
  name: string,
  except: string | null,
): Promise<boolean> {
  const rows = await tx
    .select({ id: territories.id })
    .from(territories)
    .where(
      and(
        eq(territories.operatorId, operatorId),
        sql`lower(${territories.name}) = lower(${name})`,
        except ? ne(territories.id, except) : undefined,
      ),
    )
  return rows.length > 0
}

/** Null when the name was taken meanwhile. */
export async function insertTerritory(tx: TenantTx, operatorId: string, written: Written): Promise<string | null> {
  const [row] = await tx
    .insert(territories)
    .values({ operatorId, id: newId(), ...written })
    .onConflictDoNothing()
    .returning({ id: territories.id })
  return row?.id ?? null
}

export async function updateTerritory(tx: TenantTx, operatorId: string, id: string, written: Written): Promise<void> {
  await tx
    .update(territories)
    .set({ ...written, version: sql`${territories.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(territories.operatorId, operatorId), eq(territories.id, id)))
}

export async function seatsOf(tx: TenantTx, operatorId: string, territoryId: string): Promise<Seat[]> {
  const t = territorySeats
  const rows = await tx
    .select({ id: t.id, name: t.name, college: t.college, role: t.role })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.territoryId, territoryId)))
    .orderBy(asc(t.name), asc(t.id))
  return rows.map(row => ({ ...row, college: colleges.find(known => known === row.college) ?? 'organisations' }))
}

export async function insertSeat(
  tx: TenantTx,
  operatorId: string,
  seat: Omit<Seat, 'id'> & { territoryId: string },
): Promise<string> {
  const id = newId()
  await tx.insert(territorySeats).values({ operatorId, id, ...seat })
  return id
}

export async function deleteSeat(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(territorySeats).where(and(eq(territorySeats.operatorId, operatorId), eq(territorySeats.id, id)))
}
