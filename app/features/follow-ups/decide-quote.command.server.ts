import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockFollowUp } from './follow-up-answers.store.server.ts'
import { DecideQuoteInput } from './follow-up-input.ts'
import { decideQuote, keepWithdrawable } from './quotes.store.server.ts'
import { keepResponse, responsesFor } from './responses.store.server.ts'

/**
 * Whoever left a sentence says by the same link who may read it, as often as she likes; `nobody` withdraws her agreement:
 * no report that is built from then on quotes it, and those that were published keep it.
 */
export const decideQuoteByLink = defineCommand({
  name: 'followUp.decideQuote',
  input: DecideQuoteInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockFollowUp(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async (ctx, { audience: chosen }, followUp) => {
    const { tx, operator, actor } = ctx
    const link = actor.kind === 'contact' ? actor.link : null
    const who = { channel: 'link', personId: link?.personId ?? null } as const
    const { own } = await responsesFor(tx, operator.id, followUp.id, who)
    const body = own?.answers.verbatim
    if (!own?.sentOn || typeof body !== 'string') return fail('no-quote')
    const audience = chosen === 'nobody' ? null : chosen
    await decideQuote(ctx, own, { body, audience, author: own.respondent })
    if (audience && link) await keepWithdrawable(ctx, link)
    await keepResponse(tx, own, { answers: { ...own.answers, quoteAudience: audience, quoteConsent: false } })
    return ok({ audience })
  },
})
