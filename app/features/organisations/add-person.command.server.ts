import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { keepTrace } from './forgotten-people.store.server.ts'
import { addPersonInput } from './organisation-input.ts'
import { insertPerson, standingOrganisation } from './organisations.store.server.ts'
import { endsBeforeItStarts } from './person.ts'

export const addPerson = defineCommand({
  name: 'organisation.add-person',
  input: addPersonInput,
  subject: (ctx, { id }) => standingOrganisation(ctx, id),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id: _asked, ...values },
    organisation,
  ): Promise<Result<{ id: string; organisationId: string }, Failure<'ends-before'>>> => {
    if (endsBeforeItStarts(values)) return fail('ends-before', {}, 'toOn')
    const personId = await insertPerson(tx, operator.id, organisation.id, values)
    await record({
      name: 'organisation.person-added',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      data: await keepTrace(tx, operator.id, personId, { person: values.name }),
    })
    return ok({ id: personId, organisationId: organisation.id })
  },
})
