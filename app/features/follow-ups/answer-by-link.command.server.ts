import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockFollowUp } from './follow-up-answers.store.server.ts'
import { AnswerByLinkInput } from './follow-up-input.ts'
import { followUpAnswered } from './follow-ups.jobs.ts'
import { keepWithdrawable } from './quotes.store.server.ts'
import { mayAnswer } from './respondents.ts'
import { wholeResponse } from './response-pages.ts'
import { beginResponse, responsesFor } from './responses.store.server.ts'
import { sendResponse } from './send-response.store.server.ts'

/** The organisation answers a wave by its personal link: what it sends now, and what it kept page by page. */
export const answerByLink = defineCommand({
  name: 'followUp.answerByLink',
  input: AnswerByLinkInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockFollowUp(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async (ctx, input, followUp) => {
    const { tx, operator, actor, today } = ctx
    const link = actor.kind === 'contact' ? actor.link : null
    const who = { channel: 'link' as const, personId: link?.personId ?? null }
    const known = await responsesFor(tx, operator.id, followUp.id, who)
    if (!mayAnswer(followUp.state, { ...known, ...who })) return fail('follow-up-already-answered')
    const response = known.own ?? (await beginResponse(tx, followUp, who))
    const { accompanimentId, wave } = followUp
    const sent = AnswerByLinkInput.parse(wholeResponse(response.answers, input))
    const how = { channel: who.channel, on: today, respondent: sent.respondent ?? response.respondent, me: null }
    const answers = await sendResponse(ctx, { followUp, response, sent }, how)
    if (!answers) return fail('follow-up-empty')
    if (answers.quoteAudience && link) await keepWithdrawable(ctx, link)
    await ctx.enqueue(followUpAnswered, { accompanimentId, followUpId: followUp.id }, response.id)
    return ok({ wave })
  },
})
