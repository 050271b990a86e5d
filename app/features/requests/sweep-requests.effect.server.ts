import { defineEffect } from '#app/access/effect.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { draftDays } from './request-rules.ts'
import { eraseForgottenDrafts } from './requests.store.server.ts'

/**
 * What somebody began to ask and never sent is nobody's to keep (RGPD, art. 5-1-e: no longer than is needed). Run late or
 * twice, it does the same. Answers how many drafts it erased.
 */
export const sweepRequests = defineEffect({
  name: 'request.sweep',
  input: object({}),
  run: ({ transaction }) =>
    transaction(({ tx, operator, today }) =>
      eraseForgottenDrafts(tx, operator.id, { startedBefore: addDays(today, -draftDays), today }),
    ),
})
