import { defineEffect } from '#app/access/effect.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { diagnosticContested } from './diagnostics.jobs.ts'

/** Tells the practitioner of the case, once, whatever the number of times it runs. */
export const tellContested = defineEffect({
  name: 'diagnostic.tell-contested',
  input: diagnosticContested.payload,
  run: ({ transaction }, { accompanimentId, contestId }) =>
    transaction(ctx =>
      notifyAboutCase(ctx, { accompanimentId, kind: 'diagnostic.contested', about: contestId, page: 'diagnostic' }),
    ),
})
