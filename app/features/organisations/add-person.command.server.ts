import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { addPersonInput } from './organisation-input.ts'
import { insertPerson, organisationById } from './organisations.store.server.ts'

export const addPerson = defineCommand({
  name: 'organisation.add-person',
  input: addPersonInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async ({ tx, operator, record }, { id, ...values }) => {
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
