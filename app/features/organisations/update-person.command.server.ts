import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { TenantTx } from '#db/tenant.ts'
import { keepTrace } from './forgotten-people.store.server.ts'
import { updatePersonInput } from './organisation-input.ts'
import { peopleOf, updatePerson as write } from './organisations.store.server.ts'
import { endsBeforeItStarts, personFormValues } from './person.ts'

const personOf = async (tx: TenantTx, operatorId: string, organisationId: string, personId: string) =>
  (await peopleOf(tx, operatorId, organisationId)).find(({ id }) => id === personId) ?? null

export const updatePerson = defineCommand({
  name: 'organisation.update-person',
  input: updatePersonInput,
  subject: ({ tx, operator }, { id, personId }) => personOf(tx, operator.id, id, personId),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id, personId, version, ...values },
    before,
  ): Promise<Result<{ id: string }, Failure<'ends-before'>>> => {
    if (endsBeforeItStarts(values)) return fail('ends-before', {}, 'toOn')
    if (!(await write(tx, operator.id, personId, version, values))) {
      const current = (await personOf(tx, operator.id, id, personId)) ?? before
      throw await conflictOn(tx, operator.id, personId, { version: current.version, values: personFormValues(current) })
    }
    await record({
      name: 'organisation.person-updated',
      subjectKind: 'person',
      subjectId: personId,
      data: await keepTrace(tx, operator.id, personId, {
        person: values.name,
        changes: changesBetween(personFormValues(before), values),
      }),
    })
    return ok({ id: personId })
  },
})
