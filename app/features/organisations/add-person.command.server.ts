import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { addPersonInput } from './organisation-input.ts'
import { standingOrganisation } from './organisations.store.server.ts'
import { endsBeforeItStarts } from './person.ts'
import { addPersonTo } from './write-person.store.server.ts'

export const addPerson = defineCommand({
  name: 'organisation.add-person',
  input: addPersonInput,
  subject: (ctx, { id }) => standingOrganisation(ctx, id),
  allow: isMember,
  run: async (
    ctx,
    { id: _asked, ...values },
    organisation,
  ): Promise<Result<{ id: string; organisationId: string }, Failure<'ends-before'>>> => {
    if (endsBeforeItStarts(values)) return fail('ends-before', {}, 'toOn')
    return ok({ id: await addPersonTo(ctx, organisation.id, values), organisationId: organisation.id })
  },
})
