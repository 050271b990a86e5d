import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { updatePersonInput } from './organisation-input.ts'
import { peopleOf } from './organisations.store.server.ts'
import { endsBeforeItStarts } from './person.ts'
import { changePerson } from './write-person.store.server.ts'

export const updatePerson = defineCommand({
  name: 'organisation.update-person',
  input: updatePersonInput,
  subject: async ({ tx, operator }, { id, personId }) =>
    (await peopleOf(tx, operator.id, id)).find(person => person.id === personId) ?? null,
  allow: isMember,
  run: async (
    ctx,
    { id: _of, personId, version, ...values },
    before,
  ): Promise<Result<{ id: string }, Failure<'ends-before'>>> => {
    if (endsBeforeItStarts(values)) return fail('ends-before', {}, 'toOn')
    await changePerson(ctx, before, { version, values })
    return ok({ id: personId })
  },
})
