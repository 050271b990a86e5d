import type { Recording } from '#app/features/history/history.store.server.ts'
import { holdStandingSheet } from '#app/features/organisations/organisations.store.server.ts'
import { freezeTerritories } from '#app/features/organisations/territory.store.server.ts'
import type { Programme } from '#app/features/programmes/programmes.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { type Accompaniment, nextNumber } from './accompaniments.store.server.ts'
import { refreshNextSteps } from './next-step.store.server.ts'

/** On the old case: which one goes on with it. */
export function recordGoingOn(
  { record }: Pick<Recording, 'record'>,
  id: string,
  data: { number: string; reason: string | null },
): Promise<unknown> {
  return record({
    name: 'accompaniment.reopened',
    subjectKind: 'accompaniment',
    subjectId: id,
    accompanimentId: id,
    data,
  })
}

/** The row of a new case, its first event and what it waits for. */
export async function insertCase(
  { tx, operator, today, record }: Recording,
  programme: Programme,
  requestedOn: Day,
  values: Partial<Accompaniment>,
): Promise<{ id: string; number: string }> {
  const { organisationId: chosen = null } = values
  const organisationId = chosen && (await holdStandingSheet(tx, operator.id, chosen))
  const id = newId()
  const number = await nextNumber(tx, operator.id, Number(today.slice(0, 4)))
  const state = programme.definition.initialState
  await tx.insert(accompaniments).values({
    ...values,
    organisationId,
    operatorId: operator.id,
    id,
    number,
    programmeId: programme.id,
    state,
    stateSince: requestedOn,
    requestedOn,
  })
  if (organisationId) await freezeTerritories(tx, operator.id, [id], today)
  await record({
    name: 'accompaniment.opened',
    subjectKind: 'accompaniment',
    subjectId: id,
    accompanimentId: id,
    happenedOn: requestedOn,
    data: { number, programme: programme.name, channel: values.channel ?? null },
  })
  await refreshNextSteps(tx, operator.id, [id], today)
  return { id, number }
}
