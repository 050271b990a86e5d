import { notificationsOf } from '#app/features/notifications/notifications.store.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function toldPractitioner(operator: TestOperator) {
  const owner = await operator.practitioner()
  const [notice] = await operator.inside(async ({ tx, now }) => {
    const address = `/o/${operator.slug}/aujourdhui`
    await notify(tx, operator.id, now, {
      userId: owner.userId,
      kind: 'reminder',
      accompanimentId: null,
      data: {},
      address,
    })
    return notificationsOf(tx, operator.id, owner.userId)
  })
  return { input: { id: notice?.id ?? '' }, owner }
}

export const samples: Record<string, Sample> = {
  'notification.read': { allowed: members, prepare: toldPractitioner },
  'notification.page': { allowed: members, prepare: async () => ({ input: {} }) },
  'notification.read-all': { allowed: members, prepare: async () => ({ input: {} }) },
}
