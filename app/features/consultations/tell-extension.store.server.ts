import { planSend, type SendContext } from '#app/features/messages/sends.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Invitation } from './consultation.ts'
import { providersByIds } from './consultations.store.server.ts'

type Extended = {
  engineeringId: string
  deadline: Day
  /** Who had been asked before: those who are asked now read the new deadline in their own letter. */
  asked: readonly Pick<Invitation, 'id' | 'providerId'>[]
  accompanimentId: string | null
}

/** Every provider that was asked is told of a later deadline, once for each: more time for some would be a favour. */
export async function tellExtension(
  ctx: SendContext,
  { engineeringId, deadline, asked, accompanimentId }: Extended,
): Promise<void> {
  const known = await providersByIds(
    ctx.tx,
    ctx.operator.id,
    asked.map(({ providerId }) => providerId),
  )
  for (const { id, providerId } of asked) {
    const recipient = known.find(provider => provider.id === providerId)?.email
    if (!recipient) continue
    await planSend(ctx, {
      key: `consultation.extended:${id}:${deadline}`,
      message: 'consultation.extended',
      payload: { engineeringId, providerId },
      recipient,
      accompanimentId,
    })
  }
}
