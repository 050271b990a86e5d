import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { addPersonInput } from './organisation-input.ts'
import { insertPerson, organisationById } from './organisations.store.server.ts'
import { endsBeforeItStarts } from './person.ts'

export const addPerson = defineCommand({
  name: 'organisation.add-person',
  input: addPersonInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async ({ tx, operator, record }, { id, ...values }): Promise<Result<{ id: string }, Failure<'ends-before'>>> => {
    if (endsBeforeItStarts(values)) return fail('ends-before', {}, 'toOn')
    const personId = await insertPerson(tx, operator.id, id, values)
    await record({
      name: 'organisation.person-added',
      subjectKind: 'organisation',
      subjectId: id,
      data: { person: values.name },
    })
    return ok({ id: personId })
  },
})
