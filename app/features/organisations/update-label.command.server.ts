import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { lockLabel, writeLabel } from './establishments.store.server.ts'
import { updateLabelInput } from './organisation-input.ts'

export const updateLabel = defineCommand({
  name: 'organisation.update-label',
  input: updateLabelInput,
  subject: ({ tx, operator }, { id, labelId }) => lockLabel(tx, operator.id, id, labelId),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id: _organisation, labelId, version, ...typed },
    before,
  ): Promise<Result<{ id: string }, Failure<'ends-before-it-starts'>>> => {
    if (before.version !== version) {
      const { name, source, grantedOn, endsOn } = before
      const values = { name, source, grantedOn, endsOn }
      throw await conflictOn(tx, operator.id, labelId, { version: before.version, values })
    }
    if (typed.endsOn && typed.endsOn < typed.grantedOn) return fail('ends-before-it-starts', {}, 'endsOn')
    await writeLabel(tx, before, typed)
    await record({
      name: 'organisation.label-updated',
      subjectKind: 'label',
      subjectId: labelId,
      data: { label: typed.name, changes: changesBetween(before, typed) },
    })
    return ok({ id: labelId })
  },
})
