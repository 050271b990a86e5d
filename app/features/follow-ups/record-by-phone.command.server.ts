import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { gatherFeedback } from '#app/features/feedback/feedback.store.server.ts'
import { caseFacts, personFacts } from '#app/features/messages/message-facts.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockFollowUp } from './follow-up-answers.store.server.ts'
import { RecordByPhoneInput } from './follow-up-input.ts'
import { mayAnswer } from './respondents.ts'
import { beginResponse, responsesFor } from './responses.store.server.ts'
import { sendResponse } from './send-response.store.server.ts'

/**
 * The practitioner writes down what somebody of the organisation answered by telephone; counted apart from answers by
 * link. Who began by her link and answers by telephone has one response, by telephone: what she had not sent is let go.
 */
export const recordByPhone = defineCommand({
  name: 'followUp.recordByPhone',
  input: RecordByPhoneInput,
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (ctx, { followUpId: _id, number: _number, personId, answeredOn, ...sent }, followUp) => {
    const { tx, operator, actor } = ctx
    if (followUp.state === 'cancelled') return fail('follow-up-cancelled')
    const who = { channel: 'phone' as const, personId }
    const known = await responsesFor(tx, operator.id, followUp.id, who)
    if (personId && !known.own) {
      // Nobody has kept anything of whoever the wave itself was sent to.
      const of = await caseFacts(tx, { operatorId: operator.id, id: followUp.accompanimentId })
      if (of?.contactId !== personId) return fail('respondent-not-asked', undefined, 'personId')
    }
    if (personId && known.own?.sentOn) {
      const person = await personFacts(tx, { operatorId: operator.id, id: personId })
      return fail('respondent-answered', { name: person?.name ?? known.own.respondent ?? '' }, 'personId')
    }
    if (!mayAnswer(followUp.state, { ...known, personId })) return fail('follow-up-already-answered')
    if (answeredOn > ctx.today) return fail('answered-in-the-future', undefined, 'answeredOn')
    const response = known.own ?? (await beginResponse(tx, followUp, who))
    const me = actor.kind === 'member' ? actor.userId : null
    const how = { channel: who.channel, on: answeredOn, respondent: sent.respondent, me }
    const answers = await sendResponse(ctx, { followUp, response, sent }, how)
    if (!answers) return fail('follow-up-empty')
    await gatherFeedback(tx, operator.id, followUp.accompanimentId)
    return ok({ wave: followUp.wave })
  },
})
