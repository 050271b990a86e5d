import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { insertLabel } from './establishments.store.server.ts'
import { addLabelInput } from './organisation-input.ts'
import { standingOrganisation } from './organisations.store.server.ts'

export const addLabel = defineCommand({
  name: 'organisation.add-label',
  input: addLabelInput,
  subject: (ctx, { id }) => standingOrganisation(ctx, id),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id: _asked, ...typed },
    organisation,
  ): Promise<Result<{ id: string; organisationId: string }, Failure<'ends-before-it-starts'>>> => {
    if (typed.endsOn && typed.endsOn < typed.grantedOn) return fail('ends-before-it-starts', {}, 'endsOn')
    const labelId = await insertLabel(tx, operator.id, organisation.id, typed)
    await record({
      name: 'organisation.label-added',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      data: { label: typed.name, source: typed.source },
    })
    return ok({ id: labelId, organisationId: organisation.id })
  },
})
