import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { digestReaders } from '#app/features/digests/digests.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { notificationsOf } from './notifications.store.server.ts'

/** What a member was told. */
export const notificationPage = defineQuery({
  name: 'notification.page',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }) => {
    const digest = actor.kind === 'member' ? (await digestReaders(tx, operator.id, today, actor.userId))[0] : undefined
    const own = actor.kind === 'member' ? await notificationsOf(tx, operator.id, actor.userId) : []
    return {
      digest: digest?.choice ?? null,
      notifications: own.map(({ id, kind, data, at, readAt }) => ({
        id,
        kind,
        data,
        at: at.toISOString(),
        isRead: readAt !== null,
      })),
    }
  },
})
