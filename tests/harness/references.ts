import { eq } from 'drizzle-orm'
import { askReference } from '#app/features/references/ask-reference.command.server.ts'
import type { deliverables } from '#db/schema/contracts.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { providerReferences } from '#db/schema/references.ts'
import { aContract, accepted } from './contracts.ts'
import { aLink } from './factories/link.ts'
import type { TestOperator } from './operator.ts'

/** A mission whose contract is delivered, with its deliverable in this state, and an organisation that can be written to. */
export async function aFinishedMission(
  operator: TestOperator,
  deliverable: Partial<typeof deliverables.$inferInsert> = accepted,
) {
  const made = await aContract(operator, deliverable)
  const providerId = await operator.inside(async ({ tx }) => {
    const [mission] = await tx
      .update(engineerings)
      .set({ state: 'delivered', deliveredOn: '2026-03-06' })
      .where(eq(engineerings.id, made.engineeringId))
      .returning({ providerId: engineerings.providerId })
    await tx
      .update(organisations)
      .set({ sector: 'Culture', department: '45' })
      .where(eq(organisations.id, made.one.organisationId))
    await tx
      .update(people)
      .set({ email: 'direction@terre.example' })
      .where(eq(people.organisationId, made.one.organisationId))
    return mission?.providerId ?? ''
  })
  return { ...made, providerId }
}

/** Its reference, asked of the organisation, and the secret of the link that the letter carries. */
export async function anAskedReference(operator: TestOperator) {
  const made = await aFinishedMission(operator)
  const practitioner = await operator.practitioner()
  const { engineeringId, one } = made
  await practitioner.must(askReference, { engineeringId, number: one.number, accompanimentId: one.id })
  const [reference] = await operator.inside(({ tx }) =>
    tx.select().from(providerReferences).where(eq(providerReferences.engineeringId, engineeringId)),
  )
  const referenceId = reference?.id ?? ''
  const token = await aLink(operator, { purpose: 'reference', subjectId: referenceId, accompanimentId: null })
  return { ...made, practitioner, referenceId, token }
}
