import { defineEffect } from '#app/access/effect.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { gatherFeedback } from '#app/features/feedback/feedback.store.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { followUpAnswered } from './follow-ups.jobs.ts'

/** What the holder of a personal link may not write herself: the case's next step, and a word to its practitioner. */
export const tellAnswered = defineEffect({
  name: 'follow-up.tell-answered',
  input: followUpAnswered.payload,
  run: ({ transaction }, { accompanimentId, followUpId }) =>
    transaction(async ctx => {
      await gatherFeedback(ctx.tx, ctx.operator.id, accompanimentId)
      await refreshNextSteps(ctx.tx, ctx.operator.id, [accompanimentId], ctx.today)
      await notifyAboutCase(ctx, { accompanimentId, kind: 'follow-up.answered', about: followUpId, page: 'suivi' })
    }),
})
