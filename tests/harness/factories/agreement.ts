import { newId } from '#app/kernel/ids.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
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
