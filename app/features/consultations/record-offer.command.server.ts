import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { isOffered } from '#app/features/providers/listing.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { OfferInput } from './consultation-input.ts'
import { consultationOf, invitationsOf, offersOf, providersByIds, writeOffer } from './consultations.store.server.ts'

/** An offer as it came: days, amount, and a note. A second one of the same provider replaces the first. */
export const recordOffer = defineCommand({
  name: 'offer.record',
  input: OfferInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator, today } = ctx
    const { engineeringId, providerId, receivedOn, days, amount, note } = input
    const consultation = await consultationOf(tx, operator.id, engineeringId)
    if (!consultation) return fail('consultation-not-open')
    if (consultation.decidedOn) return fail('consultation-decided')
    const [provider] = await providersByIds(tx, operator.id, [providerId])
    if (!provider) return fail('provider-gone', undefined, 'providerId')
    const asked = await invitationsOf(tx, operator.id, engineeringId)
    const invitation = asked.find(one => one.providerId === providerId)
    if (!invitation && !isOffered(provider.confirmedOn, today))
      return fail('provider-inactive', { provider: provider.name }, 'providerId')
    if (receivedOn > today) return fail('day-to-come', undefined, 'receivedOn')
    if (receivedOn < consultation.openedOn) return fail('offer-before-opening', undefined, 'receivedOn')
    const before = (await offersOf(tx, operator.id, engineeringId)).find(offer => offer.providerId === providerId)
    const offer = { providerId, receivedOn, note, quarters: days, amountCents: amount, isDeposited: false }
    await writeOffer(tx, operator.id, engineeringId, { ...offer, invitationId: invitation?.id ?? null })
    const was = before ? { ...before, days: before.quarters / 4, amount: before.amountCents / 100 } : {}
    const changes = changesBetween(was, { receivedOn, days: days / 4, amount: amount / 100, note })
    const members = await membersOf(tx, operator.id, [engineeringId])
    await recordOnCases(
      ctx,
      members.map(member => member.accompanimentId),
      {
        name: 'offer.recorded',
        subjectKind: 'engineering',
        subjectId: engineeringId,
        data: { title: engineering.title, provider: provider.name, changes },
      },
    )
    return ok({ provider: provider.name })
  },
})
