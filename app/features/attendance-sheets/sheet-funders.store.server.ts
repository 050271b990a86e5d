import { and, eq, sql } from 'drizzle-orm'
import { agreements, funderLogos, funders } from '#db/schema/agreements.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Payer } from './payer.ts'

/**
 * Who pays for an engineering that the transaction reaches: by its key, or else by the agreements that its cases name. A
 * consultant reaches no agreement, yet what is signed in her session says who paid: her reach is widened for this reading
 * alone, and nothing else may run in the transaction meanwhile.
 */
export async function fundersOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Payer[]> {
  const [reached] = await tx
    .select({ reach: sql<string>`current_setting('app.reach', true)` })
    .from(engineerings)
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, engineeringId)))
  if (!reached) return []
  await widen(tx, 'operator')
  const byKey = sql`select p.agreement_id from funder_parts p
    where p.operator_id = ${operatorId} and p.engineering_id = ${engineeringId}`
  const byCase = sql`select n.agreement_id from accompaniment_agreements n
    join engineering_members m on m.operator_id = n.operator_id and m.accompaniment_id = n.accompaniment_id
    where m.operator_id = ${operatorId} and m.engineering_id = ${engineeringId}`
  const rows = await tx
    .selectDistinct({ name: funders.name, logoId: funderLogos.id, kind: funderLogos.kind })
    .from(agreements)
    .innerJoin(funders, and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId)))
    .leftJoin(funderLogos, and(eq(funderLogos.operatorId, funders.operatorId), eq(funderLogos.funderId, funders.id)))
    .where(
      and(
        eq(agreements.operatorId, operatorId),
        sql`${agreements.id} in (select agreement_id from (${byKey} union ${byCase} and not exists (${byKey})) paid)`,
      ),
    )
    .orderBy(funders.name)
  await widen(tx, reached.reach)
  return rows.map(({ name, logoId, kind }) => ({ name, logo: logoId && kind ? { id: logoId, kind } : null }))
}

const widen = (tx: TenantTx, reach: string) => tx.execute(sql`select set_config('app.reach', ${reach}, true)`)
