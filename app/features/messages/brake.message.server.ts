import { publicUrl } from '#app/env.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { countHeldBack, openBrake } from './brake.store.server.ts'
import { letter, wordsOf } from './member.message.server.ts'
import { hasGrant } from './message-facts.store.server.ts'
import { defineWriter } from './writing.message.server.ts'

/** Asks a manager whether a run far beyond the usual day may leave; not when somebody has decided meanwhile. */
export const sendsHeldBack = defineWriter({
  payload: object({ userId: id(), brakeId: id() }),
  stopped: async ({ tx, operator, today }, { userId, brakeId }) => {
    if ((await openBrake(tx, operator.id))?.id !== brakeId) return 'answered'
    return (await hasGrant(tx, operator.id, { userId, today })) ? null : 'revoked'
  },
  write: async (writing, { userId }) => {
    const { tx, operator } = writing
    const brake = await openBrake(tx, operator.id)
    if (!brake) return null
    const t = wordsOf(writing)
    const facts = { operator: operator.name, begun: brake.begun, waiting: await countHeldBack(tx, operator.id) }
    const usual = brake.usual === null ? [] : [t('sendsHeldBack.usual', { count: brake.usual })]
    return letter(writing, userId, {
      subject: t('sendsHeldBack.subject', facts),
      preview: t('sendsHeldBack.preview'),
      paragraphs: [t('sendsHeldBack.body', facts), ...usual],
      action: { label: t('sendsHeldBack.action'), address: `${publicUrl()}/o/${operator.slug}/rappels` },
    })
  },
})
