import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn, type Recording } from '#app/features/history/history.store.server.ts'
import { keepTrace } from './forgotten-people.store.server.ts'
import { insertPerson, type Person, type PersonValues, peopleOf, updatePerson } from './organisations.store.server.ts'
import { personFormValues } from './person.ts'

type Writing = Pick<Recording, 'tx' | 'operator' | 'record'>

/** One more person of an organisation, with its history; answers her id. */
export async function addPersonTo(
  { tx, operator, record }: Writing,
  organisationId: string,
  values: PersonValues,
): Promise<string> {
  const personId = await insertPerson(tx, operator.id, organisationId, values)
  await record({
    name: 'organisation.person-added',
    subjectKind: 'organisation',
    subjectId: organisationId,
    data: await keepTrace(tx, operator.id, personId, { person: values.name }),
  })
  return personId
}

/** Writes a sheet on the version that was read, with its history; throws `Conflict` when it has moved. */
export async function changePerson(
  { tx, operator, record }: Writing,
  before: Person,
  { version, values }: { version: number; values: PersonValues },
): Promise<void> {
  const { id, organisationId } = before
  if (!(await updatePerson(tx, operator.id, id, version, values))) {
    const current = (await peopleOf(tx, operator.id, organisationId)).find(person => person.id === id) ?? before
    throw await conflictOn(tx, operator.id, id, { version: current.version, values: personFormValues(current) })
  }
  await record({
    name: 'organisation.person-updated',
    subjectKind: 'person',
    subjectId: id,
    data: await keepTrace(tx, operator.id, id, {
      person: values.name,
      changes: changesBetween(personFormValues(before), values),
    }),
  })
}
