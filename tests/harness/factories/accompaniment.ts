import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, snapshots } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import { type TestOperator, testDay } from '../operator.ts'

type CaseColumns = Partial<typeof accompaniments.$inferInsert>
export type CaseFixture = { accompanimentId: string; organisationId: string; number: string }

let numbers = 0

/** An organisation and its accompaniment, as rows: for tests whose subject comes later in the case's life. */
export async function aCase(
  operator: TestOperator,
  columns: CaseColumns = {},
  organisation: Partial<typeof organisations.$inferInsert> = {},
): Promise<CaseFixture> {
  const [organisationId, accompanimentId] = [newId(), newId()]
  const name = organisation.name ?? `Structure ${organisationId.slice(-4)}`
  const number = `2026-${String(9000 + numbers++).padStart(4, '0')}`
  await operator.inside(async ({ tx }) => {
    const programme = await programmeByCode(tx, operator.id, 'dla-individuel')
    if (!programme) throw new Error('dla-individuel is not installed')
    await tx
      .insert(organisations)
      .values({ operatorId: operator.id, id: organisationId, name, searchText: name.toLowerCase(), ...organisation })
    await tx.insert(accompaniments).values({
      operatorId: operator.id,
      id: accompanimentId,
      number,
      organisationId,
      programmeId: programme.id,
      state: 'received',
      stateSince: testDay,
      requestedOn: testDay,
      ...columns,
    })
  })
  return { accompanimentId, organisationId, number }
}

export async function aSnapshot(
  operator: TestOperator,
  of: CaseFixture,
  columns: Partial<typeof snapshots.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await operator.inside(({ tx }) =>
    tx.insert(snapshots).values({
      operatorId: operator.id,
      id,
      organisationId: of.organisationId,
      accompanimentId: of.accompanimentId,
      takenOn: '2025-02-20',
      occasion: 'diagnostic',
      ...columns,
    }),
  )
  return id
}

export async function aFollowUp(
  operator: TestOperator,
  of: CaseFixture,
  columns: Partial<typeof followUps.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await operator.inside(({ tx }) =>
    tx.insert(followUps).values({
      operatorId: operator.id,
      id,
      accompanimentId: of.accompanimentId,
      wave: 'T3',
      plannedOn: testDay,
      state: 'planned',
      ...columns,
    }),
  )
  return id
}
