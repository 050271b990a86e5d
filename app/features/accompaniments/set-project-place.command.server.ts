import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { placeInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { editOrConflict } from './edit-case.store.server.ts'
import { type ProjectPlaceFailure, readProjectPlace, typedPlace } from './project-place.store.server.ts'

/** Where a project without organisation is, so that it stands among the cases of its territory. */
export const setProjectPlace = defineCommand({
  name: 'accompaniment.set-place',
  input: placeInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, version, place },
    { row },
  ): Promise<Result<{ number: string }, ProjectPlaceFailure | Failure<'place-of-organisation'>>> => {
    if (row.organisationId) return fail('place-of-organisation')
    const territory = readProjectPlace(place, row.requestedOn ?? ctx.today)
    if (!territory.ok) return territory
    await editOrConflict(ctx, {
      row,
      version,
      next: { territory: territory.value },
      formValues: ({ territory: where }) => ({ place: typedPlace(where) }),
      event: 'accompaniment.place-set',
    })
    return ok({ number })
  },
})
