import { defineEffect } from '#app/access/effect.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { requestTell } from './requests.jobs.ts'
import { requestById } from './requests.store.server.ts'

/** What a visitor may not write herself: her own letter, and a word to those who answer requests. */
export const tellRequest = defineEffect({
  name: 'request.tell',
  input: requestTell.payload,
  run: ({ transaction }, { requestId }) =>
    transaction(async ctx => {
      const { tx, operator, now, today } = ctx
      const request = await requestById(tx, operator.id, requestId)
      if (!request || (request.state !== 'draft' && request.state !== 'sent')) return
      const message = request.state === 'draft' ? 'request.saved' : 'request.received'
      await planSend(ctx, {
        key: `${message}:${requestId}`,
        message,
        payload: { requestId },
        recipient: request.email,
        locale: request.locale,
      })
      if (request.state === 'draft') return
      for (const { id: userId } of await practitionersOf(tx, operator.id, today))
        await notifyOnce(tx, operator.id, now, requestId, {
          userId,
          kind: 'request.received',
          accompanimentId: null,
          data: { organisation: request.organisationName ?? '' },
          address: `/o/${operator.slug}/demandes/${requestId}`,
        })
    }),
})
