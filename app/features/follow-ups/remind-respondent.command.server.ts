import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCaseById } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { hasBounced, planSend } from '#app/features/messages/sends.store.server.ts'
import { keepTrace } from '#app/features/organisations/forgotten-people.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockFollowUp } from './follow-up-answers.store.server.ts'
import { RemindRespondentInput } from './follow-up-input.ts'
import { whyNotReminded } from './respondents.ts'
import { keepResponse, responsesFor } from './responses.store.server.ts'

/** Somebody who was asked of a wave and has not answered is written to again, with the same link: once a day, whoever asks. */
export const remindRespondent = defineCommand({
  name: 'followUp.remindRespondent',
  input: RemindRespondentInput,
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (ctx, { followUpId, personId }, followUp) => {
    const { tx, operator, today } = ctx
    const { accompanimentId, state, wave } = followUp
    const of = await lockCaseById(tx, operator.id, accompanimentId)
    const organisationId = of?.row.organisationId
    const people = organisationId ? await peopleOf(tx, operator.id, organisationId) : []
    const person = people.find(({ id }) => id === personId)
    if (!of || !person) return fail('unknown-person')
    const { own } = await responsesFor(tx, operator.id, followUpId, { channel: 'link', personId })
    const { name, email } = person
    const isRefused = email !== null && (await hasBounced(tx, operator.id, email))
    const why = whyNotReminded({ state, own, case: of.row, address: { email, hasBounced: isRefused } })
    if (why) return fail(why, { name })
    const sendId = await planSend(ctx, {
      key: `follow-up.respondent:${followUpId}:${personId}:${today}`,
      message: 'follow-up.reminder',
      payload: { followUpId, personId },
      recipient: email ?? '',
      accompanimentId,
    })
    if (!sendId) return fail('respondent-written-today', { name })
    if (own) await keepResponse(tx, own, { askedOn: today })
    await ctx.record({
      name: 'follow-up.respondent-reminded',
      subjectKind: 'follow_up',
      subjectId: followUpId,
      accompanimentId,
      data: { wave, ...(await keepTrace(tx, operator.id, personId, { person: name })) },
    })
    return ok({ name })
  },
})
