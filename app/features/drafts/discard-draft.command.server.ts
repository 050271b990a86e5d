import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { isPlaceOf, missionOf } from './draft.ts'
import { discardDraftInput } from './draft-input.ts'
import { removeDraft } from './drafts.store.server.ts'

/** Throws away what was typed and not saved; what is saved stays as it is. */
export const discardDraft = defineCommand({
  name: 'draft.discard',
  input: discardDraftInput,
  isPrivate: true,
  subject: async ({ operator }, { place }) => (isPlaceOf(operator.slug, place) ? { place } : null),
  allow: (actor, { place }) => isMember(actor) || worksOn(actor, missionOf(place) ?? '', 'write'),
  run: async ({ tx, operator, actor }, { place, form }) => {
    if ('userId' in actor) await removeDraft(tx, { operatorId: operator.id, userId: actor.userId, place, form })
    return ok({ place })
  },
})
