import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { notificationsOf } from './notifications.store.server.ts'

/** What a member was told. */
export const notificationPage = defineQuery({
  name: 'notification.page',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor }) => {
    const own = actor.kind === 'member' ? await notificationsOf(tx, operator.id, actor.userId) : []
    return {
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
