import { and, eq, inArray, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { agreements, funderLogos, funders } from '#db/schema/agreements.ts'
import { engineerings, sessions } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Payer } from './payer.ts'

/** Who pays for one engineering that the transaction reaches, or reaches a session of. */
export async function fundersOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Payer[]> {
  return (await fundersByEngineering(tx, operatorId, [engineeringId])).get(engineeringId) ?? []
}

/**
 * Who pays for each of these engineerings that the transaction reaches, or reaches a session of: by its key, or else by the
 * agreements that its cases name. A consultant and the holder of a line of a sheet reach no agreement, yet what is signed in
 * the session says who paid: their reach is widened for this reading alone, and nothing else may run in the transaction
 * meanwhile. A policy of these tables would open their whole rows to them, with the amounts of agreements.
 */
export async function fundersByEngineering(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
): Promise<Map<string, Payer[]>> {
  const payers = new Map<string, Payer[]>()
  if (engineeringIds.length === 0) return payers
  const asked = [...engineeringIds]
  const reached = await union(
    tx
      .select({ id: engineerings.id, reach: sql<string>`current_setting('app.reach', true)` })
      .from(engineerings)
      .where(and(eq(engineerings.operatorId, operatorId), inArray(engineerings.id, asked))),
    tx
      .select({ id: sessions.engineeringId, reach: sql<string>`current_setting('app.reach', true)` })
      .from(sessions)
      .where(and(eq(sessions.operatorId, operatorId), inArray(sessions.engineeringId, asked))),
  )
  const [first] = reached
  if (!first) return payers
  const ids = sql.join(
    reached.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  await widen(tx, 'operator')
  const byKey = sql`select p.engineering_id, p.agreement_id from funder_parts p
    where p.operator_id = ${operatorId} and p.engineering_id in (${ids})`
  const byCase = sql`select m.engineering_id, n.agreement_id from engineering_members m
    join accompaniment_agreements n on n.operator_id = m.operator_id and n.accompaniment_id = m.accompaniment_id
    where m.operator_id = ${operatorId} and m.engineering_id in (${ids}) and not exists (
      select from funder_parts p where p.operator_id = m.operator_id and p.engineering_id = m.engineering_id)`
  const paid = sql`(${byKey} union ${byCase}) paid`
  const engineeringId = sql<string>`paid.engineering_id`.as('engineering_id')
  const rows = await tx
    .selectDistinct({ engineeringId, name: funders.name, logoId: funderLogos.id, kind: funderLogos.kind })
    .from(agreements)
    .innerJoin(paid, sql`paid.agreement_id = ${agreements.id}`)
    .innerJoin(funders, and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId)))
    .leftJoin(funderLogos, and(eq(funderLogos.operatorId, funders.operatorId), eq(funderLogos.funderId, funders.id)))
    .where(eq(agreements.operatorId, operatorId))
    .orderBy(funders.name)
  await widen(tx, first.reach)
  for (const { engineeringId: of, name, logoId, kind } of rows)
    payers.set(of, [...(payers.get(of) ?? []), { name, logo: logoId && kind ? { id: logoId, kind } : null }])
  return payers
}

const widen = (tx: TenantTx, reach: string) => tx.execute(sql`select set_config('app.reach', ${reach}, true)`)
