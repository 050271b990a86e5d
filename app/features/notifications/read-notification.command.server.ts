import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { markRead, ownNotification } from './notifications.store.server.ts'

/** Opens a notification: it is read from then on, and leads to what it is about. */
export const readNotification = defineCommand({
  name: 'notification.read',
  input: object({ id: id() }),
  subject: async ({ tx, operator, actor }, input) =>
    actor.kind === 'member' ? ownNotification(tx, operator.id, actor.userId, input.id) : null,
  allow: isMember,
  run: async ({ tx, operator, now }, _input, { id: notificationId, userId, address }) => {
    await markRead(tx, operator.id, userId, now, notificationId)
    return ok({ address })
  },
})
