import { defineEffect } from '#app/access/effect.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { diagnosticValidated } from './diagnostics.jobs.ts'

/** Tells the practitioner of the case, once, whatever the number of times it runs. */
export const tellValidated = defineEffect({
  name: 'diagnostic.tell-validated',
  input: diagnosticValidated.payload,
  run: ({ transaction }, { accompanimentId, diagnosticId }) =>
    transaction(ctx =>
      notifyAboutCase(ctx, { accompanimentId, kind: 'diagnostic.validated', about: diagnosticId, page: 'diagnostic' }),
    ),
})
