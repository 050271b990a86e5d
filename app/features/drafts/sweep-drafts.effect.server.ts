import { defineEffect } from '#app/access/effect.server.ts'
import { object } from '#app/kernel/input.ts'
import { draftDays } from './draft.ts'
import { removeDraftsBefore } from './drafts.store.server.ts'

/** Run late or twice, it does the same. Answers how many drafts it threw away. */
export const sweepDrafts = defineEffect({
  name: 'draft.sweep',
  input: object({}),
  run: ({ transaction }) =>
    transaction(({ tx, operator, now }) =>
      removeDraftsBefore(tx, operator.id, new Date(now.getTime() - draftDays * 86_400_000)),
    ),
})
