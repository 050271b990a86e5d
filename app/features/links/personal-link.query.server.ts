import { defineQuery } from '#app/access/query.server.ts'
import { sharedNotesOf } from '#app/features/accompaniments/notes.store.server.ts'
import { integer, object, optional } from '#app/kernel/input.ts'
import type { LinkPurpose } from '#db/schema/operators.ts'
import { readPurpose } from './link-purposes.store.server.ts'

/** The links that the organisation itself holds, on its case. */
const isOfOrganisation = (purpose: LinkPurpose) => purpose === 'diagnostic_validation' || purpose === 'follow_up'

/** What a personal link opens on. Reading it changes nothing, however often a mail scanner does. */
export const personalLinkPage = defineQuery({
  name: 'link.open',
  input: object({ page: optional(integer({ min: 1, max: 20 })) }),
  subject: async ctx =>
    ctx.actor.kind === 'contact' ? readPurpose(ctx.actor.link.purpose, ctx, ctx.actor.link) : null,
  allow: actor => actor.kind === 'contact',
  run: async ({ tx, operator, actor, today }, { page }, shown) => {
    const caseId = actor.kind === 'contact' && isOfOrganisation(shown.purpose) ? actor.link.accompanimentId : null
    return { ...shown, at: page, today, notes: caseId ? await sharedNotesOf(tx, operator.id, [caseId]) : [] }
  },
})
