import { holdsLink } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { fileOf } from '#app/features/files/file-input.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { bidByLink, invitationById, replaceOfferFile } from './bids.store.server.ts'
import type { Bid } from './consultation.ts'
import { BidInput } from './consultation-input.ts'
import { offerTell } from './consultations.jobs.ts'
import { noteIntention, writeOffer } from './consultations.store.server.ts'

/** Locked first: two sendings of one provider come one after the other, and neither slips past a deadline that moves. */
async function ownBid(ctx: CommandContext) {
  if (ctx.actor.kind !== 'contact') return null
  const invitation = await invitationById(ctx.tx, ctx.operator.id, ctx.actor.link.subjectId, { lock: true })
  const bid = invitation && (await bidByLink(ctx, ctx.actor.link))
  return invitation && bid ? { invitation, bid } : null
}

/** The provider gives its offer by its link, within the time; another one replaces it. */
export const depositOffer = defineCommand({
  name: 'offer.deposit',
  input: BidInput,
  subject: ownBid,
  allow: (actor, { invitation }) => holdsLink(actor, 'consultation', invitation.id),
  run: async (ctx, input, { invitation, bid }) => {
    const { tx, operator, today, record, enqueue } = ctx
    if (bid.isOver) return fail('answer-time-over')
    const { id: invitationId, engineeringId, providerId } = invitation
    const { days: quarters, amount: amountCents, note } = input
    const offer = { providerId, receivedOn: today, note, quarters, amountCents, isDeposited: true }
    await writeOffer(tx, operator.id, engineeringId, { ...offer, invitationId })
    const file = fileOf(input)
    if (file) await replaceOfferFile(tx, operator.id, invitationId, file)
    if (bid.intention !== 'yes') await noteIntention(tx, operator.id, { id: invitationId, intention: 'yes', on: today })
    const changes = changesBetween(valuesOf(bid.offer, bid.file), valuesOf(offer, file ?? bid.file))
    const data = { title: bid.brief.title, provider: bid.brief.provider, changes }
    await record({ name: 'offer.deposited', subjectKind: 'invitation', subjectId: invitationId, data })
    const answerId = newId()
    await enqueue(offerTell, { invitationId, answerId }, answerId)
    return ok({ provider: bid.brief.provider })
  },
})

const valuesOf = (offer: Bid['offer'], file: { name: string } | null) =>
  offer
    ? {
        receivedOn: offer.receivedOn,
        days: offer.quarters / 4,
        amount: offer.amountCents / 100,
        note: offer.note,
        file: file?.name ?? null,
      }
    : {}
