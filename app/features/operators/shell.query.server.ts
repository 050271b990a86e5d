import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { countLate } from '#app/features/accompaniments/case-list.store.server.ts'
import { countSends } from '#app/features/messages/send-list.store.server.ts'
import { unreadCount } from '#app/features/notifications/notifications.store.server.ts'
import { countWaiting } from '#app/features/requests/requests.store.server.ts'
import { object } from '#app/kernel/input.ts'

/** What surrounds every page of a member: where she is, and as whom. */
export const shellPage = defineQuery({
  name: 'operator.shell',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }) => ({
    operator: { slug: operator.slug, name: operator.name, demonstration: operator.demonstration },
    role: actor.kind === 'member' ? actor.role : ('practitioner' as const),
    today,
    late: actor.kind === 'member' ? await countLate(tx, operator.id, actor.userId, today) : 0,
    toDecide: await countSends(tx, operator.id, { states: ['uncertain', 'failed'] }),
    requests: await countWaiting(tx, operator.id),
    unread: actor.kind === 'member' ? await unreadCount(tx, operator.id, actor.userId) : 0,
  }),
})
