import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { openText } from '#app/access/sealed-text.server.ts'
import { isPlaceOf, missionOf, readTyped } from './draft.ts'
import { draftsHereInput } from './draft-input.ts'
import { draftsAt } from './drafts.store.server.ts'

/** What the reader has typed on this page and not saved: hers, and nobody else's. */
export const draftsHere = defineQuery({
  name: 'draft.here',
  input: draftsHereInput,
  subject: async ({ operator }, { place }) => (isPlaceOf(operator.slug, place) ? { place } : null),
  allow: (actor, { place }) => isMember(actor) || worksOn(actor, missionOf(place) ?? '', 'write'),
  run: async ({ tx, operator, actor }, _input, { place }) => {
    if (!('userId' in actor)) return []
    const { userId } = actor
    const rows = await draftsAt(tx, { operatorId: operator.id, userId, place })
    return rows.flatMap(({ sealed, ...draft }) => {
      const text = openText(`${operator.id}:${userId}`, sealed)
      const typed = text === null ? null : readTyped(text)
      return typed ? [{ ...draft, typed }] : []
    })
  },
})
