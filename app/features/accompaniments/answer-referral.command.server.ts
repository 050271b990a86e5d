import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { answerReferralInput } from './accompaniment-input.ts'
import { referralOf, writeAnswer } from './referrals.store.server.ts'

/** What the one it was sent to answered: the loop of an orientation is closed. */
export const answerReferral = defineCommand({
  name: 'accompaniment.answer-referral',
  input: answerReferralInput,
  subject: ({ tx, operator }, { number, referralId }) => referralOf(tx, operator.id, number, referralId),
  allow: isMember,
  run: async (
    ctx,
    { number, referralId, version, answer, answeredOn },
    before,
  ): Promise<Result<{ number: string }, Failure<'day-to-come'>>> => {
    const { tx, operator, record, today } = ctx
    const on = answeredOn ?? today
    if (on > today) return fail('day-to-come', {}, 'answeredOn')
    if (!(await writeAnswer(tx, operator.id, referralId, version, { answer, answeredOn: on }))) {
      const current = (await referralOf(tx, operator.id, number, referralId)) ?? before
      throw await conflictOn(tx, operator.id, referralId, {
        version: current.version,
        values: { answer: current.answer, answeredOn: current.answeredOn },
      })
    }
    await record({
      name: 'referral.answered',
      subjectKind: 'referral',
      subjectId: referralId,
      accompanimentId: before.accompanimentId,
      happenedOn: on,
      data: { sentTo: before.sentTo, answer, changes: { answer: [before.answer, answer] } },
    })
    return ok({ number })
  },
})
