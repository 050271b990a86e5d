import { eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { agreements, funderLogos, funders } from '#db/schema/agreements.ts'
import type { TestOperator } from '../operator.ts'

export async function anAgreement(operator: TestOperator, columns: Partial<typeof agreements.$inferInsert> = {}) {
  const [funderId, agreementId] = [newId(), newId()]
  const code = columns.code ?? `CONV-${agreementId.slice(-6)}`
  await operator.inside(async ({ tx }) => {
    await tx.insert(funders).values({
      operatorId: operator.id,
      id: funderId,
      name: `Financeur ${code}`,
      matchName: `financeur ${code.toLowerCase()}`,
    })
    await tx.insert(agreements).values({
      operatorId: operator.id,
      id: agreementId,
      code,
      funderId,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      ...columns,
    })
  })
  return { agreementId, code }
}

/** The logo of an agreement's funder: its row, without its bytes. */
export async function aLogo(operator: TestOperator, agreementId: string): Promise<string> {
  const id = newId()
  await operator.inside(async ({ tx }) => {
    const [agreement] = await tx
      .select({ funderId: agreements.funderId })
      .from(agreements)
      .where(eq(agreements.id, agreementId))
    if (!agreement) throw new Error('no agreement')
    const file = { name: 'region.png', kind: 'png', size: 4_000, sha256: 'a'.repeat(64) }
    await tx.insert(funderLogos).values({ operatorId: operator.id, id, funderId: agreement.funderId, ...file })
  })
  return id
}
