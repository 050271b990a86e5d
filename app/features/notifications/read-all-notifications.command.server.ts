import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { markRead } from './notifications.store.server.ts'

export const readAllNotifications = defineCommand({
  name: 'notification.read-all',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, now }) => {
    if (actor.kind === 'member') await markRead(tx, operator.id, actor.userId, now)
    return ok({})
  },
})
