import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { heldDaysPage } from '#app/features/held-days/held-days-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { invoices } from '#db/schema/contracts.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'

async function daysFor(actor: TestActor, input: Record<string, string> = {}) {
  const outcome = await actor.read(heldDaysPage, input)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('days held against days ordered', () => {
  test('are counted contract by contract and cohort by cohort, in quarter-days', async ({ operator, foreign }) => {
    const manager = await operator.manager()
    const [one, two] = [await createCase(operator, 'Le Fournil'), await createCase(operator, 'La Ruche')]
    const alone = await createEngineering(operator, [one], { daysOrdered: 2.25, endsOn: '2026-05-01' })
    const group = await createEngineering(operator, [one, two], { daysOrdered: 4, endsOn: '2026-06-30' })
    await createEngineering(foreign, [await createCase(foreign)])
    for (const days of [0.25, 0.75, 1.25]) await createSession(operator, alone, { days })
    await createSession(operator, alone, { days: 0.25, heldOn: '2026-03-01', overrunReason: 'Demandé par le bureau' })
    await createSession(operator, group, { days: 1 })
    await createSession(operator, group, { days: 3, status: 'planned', heldOn: '2026-04-01' })
    await createSession(operator, group, { days: 3, status: 'cancelled' })
    await operator.inside(({ tx }) =>
      tx.insert(invoices).values({
        operatorId: operator.id,
        id: newId(),
        engineeringId: alone,
        reference: 'F1',
        receivedOn: '2026-03-01',
        quarters: 5,
        amountCents: 100_000,
      }),
    )
    expect((await daysFor(manager)).rows).toMatchObject([
      {
        id: alone,
        kind: 'individual',
        caseNumber: one.number,
        orderedQuarters: 9,
        heldQuarters: 10,
        invoicedQuarters: 5,
        plannedSessions: 0,
        overReason: 'Demandé par le bureau',
      },
      { id: group, kind: 'collective', members: 2, orderedQuarters: 16, heldQuarters: 4, plannedSessions: 1 },
    ])
    expect((await daysFor(manager, { genre: 'collective' })).rows.map(({ id }) => id)).toEqual([group])
  })

  test('are those of one practitioner when she is named, and of what is neither paid nor cancelled', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    const [hers, other] = [await createCase(operator), await createCase(operator)]
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ practitionerId: practitioner.userId }).where(eq(accompaniments.id, hers.id)),
    )
    const mine = await createEngineering(operator, [hers])
    const over = [await createEngineering(operator, [hers]), await createEngineering(operator, [hers])]
    for (const [at, state] of (['paid', 'cancelled'] as const).entries())
      await operator.inside(({ tx }) =>
        tx
          .update(engineerings)
          .set({ state })
          .where(eq(engineerings.id, over[at] ?? '')),
      )
    await createEngineering(operator, [other])
    expect((await daysFor(practitioner)).total).toBe(2)
    const named = await daysFor(practitioner, { charge: practitioner.userId })
    expect(named.rows.map(({ id }) => id)).toEqual([mine])
  })
})
