import { managersOn, notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Brake, countBegun } from './brake.store.server.ts'
import { userFacts } from './message-facts.store.server.ts'
import { planSend, type SendContext } from './sends.store.server.ts'

type Asking = SendContext & { operator: { id: string; slug: string }; today: Day }

/** Whether the run of the day has gone far beyond the usual one; the managers are asked, once. */
export async function isHeldBack(ctx: Asking): Promise<boolean> {
  const { tx, operator, now, today } = ctx
  const { mayLeave, justStopped } = await countBegun(tx, operator.id, { today, now })
  if (justStopped) await askManagers(ctx, justStopped)
  return !mayLeave
}

async function askManagers(ctx: Asking, { id }: Brake): Promise<void> {
  const { tx, operator, now, today } = ctx
  for (const userId of await managersOn(tx, operator.id, today)) {
    await notifyOnce(tx, operator.id, now, id, {
      userId,
      kind: 'sends.held-back',
      accompanimentId: null,
      data: {},
      address: `/o/${operator.slug}/rappels`,
    })
    const known = await userFacts(tx, userId)
    if (known)
      await planSend(ctx, {
        key: `sends.held-back:${id}:${userId}`,
        message: 'sends.held-back',
        payload: { userId, brakeId: id },
        recipient: known.email,
        recipientUserId: userId,
        locale: known.locale,
      })
  }
}
