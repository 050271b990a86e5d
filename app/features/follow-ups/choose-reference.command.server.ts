import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { keepTrace } from '#app/features/organisations/forgotten-people.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { actionsAsked, readReview } from './action-reviews.store.server.ts'
import { isPlanReviewed } from './action-reviews.ts'
import { answersFor } from './answers.ts'
import { heldAnswers, lockFollowUp, saveAnswers, withoutAnswers } from './follow-up-answers.store.server.ts'
import { ChooseReferenceInput } from './follow-up-input.ts'
import { sentOf } from './respondent-view.ts'
import { makeReference, responsesOfWave } from './responses.store.server.ts'
import { replaceTracked } from './tracked-answers.store.server.ts'

/** The figures of a wave, which history keeps before and after. */
const figures = [
  'headcount',
  'permanent',
  'funderCount',
  'strategy',
  'jobsKept',
  'satisfaction',
  'objectivesReached',
  'appropriation',
] as const

/** Of several people who answered a wave, the one whose answers figures read; the others stay beside it. */
export const chooseReference = defineCommand({
  name: 'followUp.chooseReference',
  input: ChooseReferenceInput,
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (ctx, { responseId }, followUp) => {
    const { tx, operator, today } = ctx
    const { accompanimentId, wave } = followUp
    if (followUp.state === 'cancelled') return fail('follow-up-cancelled')
    const all = await responsesOfWave(tx, operator.id, followUp.id)
    const chosen = all.find(({ id }) => id === responseId)
    if (!chosen?.sentOn) return fail('response-not-sent')
    if (chosen.isReference) return ok({ wave })
    const before = all.find(({ isReference }) => isReference)
    const sent = sentOf(chosen)
    const answers = answersFor(wave, sent)
    const reviews = isPlanReviewed(wave, answers.standing)
      ? readReview(await actionsAsked(tx, operator.id, followUp), sent)
      : []
    await makeReference(tx, chosen)
    const how = { answeredOn: chosen.sentOn, channel: chosen.channel, respondent: chosen.respondent, reviews }
    await saveAnswers(tx, withoutAnswers(followUp), answers, how)
    await replaceTracked(ctx, {
      accompanimentId,
      wave,
      typed: sent.answers,
      before: before ? sentOf(before).answers : {},
      on: day(chosen.sentOn) ?? today,
    })
    await refreshNextSteps(tx, operator.id, [accompanimentId], today)
    const becomes = Object.fromEntries(figures.map(code => [code, answers[code]]))
    await ctx.record({
      name: 'follow-up.reference-chosen',
      subjectKind: 'follow_up',
      subjectId: followUp.id,
      accompanimentId,
      data: {
        wave,
        changes: changesBetween(heldAnswers(followUp), becomes),
        ...(chosen.personId &&
          chosen.respondent &&
          (await keepTrace(tx, operator.id, chosen.personId, { person: chosen.respondent }))),
      },
    })
    return ok({ wave })
  },
})
