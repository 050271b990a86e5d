import { defineQuery } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { readPurpose } from './link-purposes.store.server.ts'

/** What a personal link opens on. Reading it changes nothing, however often a mail scanner does. */
export const personalLinkPage = defineQuery({
  name: 'link.open',
  input: object({}),
  subject: async ctx =>
    ctx.actor.kind === 'contact' ? readPurpose(ctx.actor.link.purpose, ctx, ctx.actor.link) : null,
  allow: actor => actor.kind === 'contact',
  run: async ({ today }, _input, shown) => ({ ...shown, today }),
})
