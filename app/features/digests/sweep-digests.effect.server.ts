import { defineEffect } from '#app/access/effect.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { delegatesOn } from '#app/features/notifications/notify.store.server.ts'
import { instantOf } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { lastDigestDay } from './digest-rules.ts'
import { digestIdOf, digestReaders, firstNews } from './digests.store.server.ts'
import { readFor } from './stand-ins.ts'

/**
 * Plans the digests whose hour has come, for whoever was told something since the last one: nothing new, no message. Who
 * is away has none; whoever stands in for her reads hers. Run late it plans the last one; run twice, nothing more.
 */
export const sweepDigests = defineEffect({
  name: 'digest.sweep',
  input: object({}),
  run: ({ transaction }) =>
    transaction(async ctx => {
      const { tx, operator, now, today } = ctx
      const news = await firstNews(tx, operator.id)
      if (news.size === 0) return
      const away = await delegatesOn(tx, operator.id, today)
      for (const { userId, email, locale, choice } of await digestReaders(tx, operator.id, today)) {
        const day = away.has(userId) ? null : lastDigestDay(choice, now)
        const hour = day && instantOf(day, choice.hour)
        const isNews = (id: string) => {
          const since = news.get(id)
          return hour !== null && since !== undefined && since <= hour
        }
        if (!readFor(userId, away).some(isNews)) continue
        const digestId = await digestIdOf(tx, operator.id, userId)
        await planSend(ctx, {
          key: `digest:${digestId}:${day}`,
          message: 'digest',
          payload: { digestId },
          recipient: email,
          recipientUserId: userId,
          locale,
        })
      }
    }),
})
