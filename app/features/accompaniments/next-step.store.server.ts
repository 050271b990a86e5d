import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { programmeById } from '#app/features/programmes/programmes.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'
import { factsOf } from './case-facts.store.server.ts'
import { nextStepOf, stepKey } from './next-step.ts'

/** Cases taken at once: their facts are in memory together. */
const batch = 500

/**
 * Writes again what these cases wait for. Every command that changes a fact of a case (state, dates, actions,
 * engineerings, sessions, follow-ups) calls it last; an import calls it once with all it touched.
 */
export async function refreshNextSteps(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
  today: Day,
): Promise<void> {
  for (let start = 0; start < ids.length; start += batch) {
    const facts = await factsOf(tx, operatorId, ids.slice(start, start + batch), today)
    const definitions = await definitionsOf(tx, operatorId, [...facts.keys()])
    const rows = [...facts].map(([id, known]) => {
      const next = nextStepOf(known, definitions.get(id))
      return {
        id,
        step: next?.step ?? null,
        who: next?.for ?? null,
        due: next?.on ?? null,
        detail: next?.detail ?? null,
        key: next && stepKey(next),
      }
    })
    // What was put off stays so while the same step is waited for, unless the facts now say a later day.
    await tx.execute(sql`
      update ${accompaniments} as kept
      set next_step = fresh.step, next_for = fresh.who, next_detail = fresh.detail,
        next_on = case when kept.postponed_step = fresh.key then greatest(fresh.due, kept.postponed_to) else fresh.due end,
        postponed_to = case when kept.postponed_step = fresh.key then kept.postponed_to end,
        postponed_step = case when kept.postponed_step = fresh.key then kept.postponed_step end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as fresh(id uuid, step text, who text, due date, detail text, key text)
      where kept.operator_id = ${operatorId} and kept.id = fresh.id`)
  }
}

/** Few versions for many cases, and each is remembered once read. */
async function definitionsOf(tx: TenantTx, operatorId: string, ids: string[]) {
  const rows = await tx
    .select({ id: accompaniments.id, programmeId: accompaniments.programmeId })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  const found = new Map<string, ProgrammeDefinition>()
  for (const { id, programmeId } of rows) {
    const programme = await programmeById(tx, operatorId, programmeId)
    if (programme) found.set(id, programme.definition)
  }
  return found
}
