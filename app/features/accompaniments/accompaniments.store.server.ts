import { sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { caseNumbers } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'

/**
 * The next number of the operator's year, `2025-0042`. The row stays locked until the transaction ends, so two openings
 * at once take two numbers, and one that is rolled back leaves no hole. Past 9999 a number is five digits long.
 */
export async function nextNumber(tx: TenantTx, operatorId: string, year: number): Promise<string> {
  const [number] = await nextNumbers(tx, operatorId, year, 1)
  return number ?? ''
}

/** Several of them at once, in their order: what an import takes. */
export async function nextNumbers(tx: TenantTx, operatorId: string, year: number, count: number): Promise<string[]> {
  const [row] = await tx
    .insert(caseNumbers)
    .values({ operatorId, id: newId(), year, last: count })
    .onConflictDoUpdate({
      target: [caseNumbers.operatorId, caseNumbers.year],
      set: { last: sql`${caseNumbers.last} + ${count}` },
    })
    .returning({ last: caseNumbers.last })
  const last = row?.last ?? count
  return Array.from({ length: count }, (_, rank) => `${year}-${String(last - count + rank + 1).padStart(4, '0')}`)
}
