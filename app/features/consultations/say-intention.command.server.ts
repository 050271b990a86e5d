import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { bidByLink } from './bids.store.server.ts'
import { BidIntentionInput } from './consultation-input.ts'
import { offerTell } from './consultations.jobs.ts'
import { noteIntention } from './consultations.store.server.ts'

/** The provider itself says, by its link, whether its offer will come. */
export const sayIntention = defineCommand({
  name: 'consultation.say-intention',
  input: BidIntentionInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? bidByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { invitationId }) => holdsLink(actor, 'consultation', invitationId),
  run: async ({ tx, operator, today, record, enqueue }, { intention }, bid) => {
    const { invitationId, isOver, brief } = bid
    if (isOver) return fail('answer-time-over')
    if (intention === 'no' && bid.offer) return fail('offer-deposited', undefined, 'intention')
    await noteIntention(tx, operator.id, { id: invitationId, intention, on: today })
    await record({
      name: 'consultation.intention-noted',
      subjectKind: 'invitation',
      subjectId: invitationId,
      data: { provider: brief.provider, changes: { intention: [bid.intention, intention] } },
    })
    const answerId = newId()
    await enqueue(offerTell, { invitationId, answerId }, answerId)
    return ok({ intention })
  },
})
