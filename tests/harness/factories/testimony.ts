import { newId } from '#app/kernel/ids.ts'
import { consents, qualitativePieces } from '#db/schema/follow-ups.ts'
import { type TestOperator, testDay } from '../operator.ts'

type Case = { accompanimentId: string }

/** A piece of a case, with a consent for this audience when one is given. */
export async function aTestimony(
  operator: TestOperator,
  { accompanimentId }: Case,
  {
    consent,
    withdrawnOn = null,
    ...columns
  }: Partial<typeof qualitativePieces.$inferInsert> & {
    consent?: 'internal' | 'funder' | 'public'
    withdrawnOn?: string | null
  } = {},
) {
  const [pieceId, consentId] = [newId(), newId()]
  await operator.inside(async ({ tx }) => {
    await tx.insert(qualitativePieces).values({
      operatorId: operator.id,
      id: pieceId,
      accompanimentId,
      kind: 'testimony',
      body: 'Nous savons maintenant lire nos comptes.',
      collectedOn: testDay,
      ...columns,
    })
    if (consent)
      await tx.insert(consents).values({
        operatorId: operator.id,
        id: consentId,
        pieceId,
        accompanimentId,
        audience: consent,
        personName: 'Aïcha Benali',
        givenOn: testDay,
        evidence: 'courriel',
        withdrawnOn,
      })
  })
  return { pieceId, consentId }
}
