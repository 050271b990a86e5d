import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { notedAnswer } from '#app/features/referrals/referral.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { answerReferralInput } from './accompaniment-input.ts'
import { type Referral, referralOf, writeAnswer } from './referrals.store.server.ts'

const valuesOf = ({
  answer,
  answeredOn,
  word,
  outcome,
}: Pick<Referral, 'answer' | 'answeredOn' | 'word' | 'outcome'>) => ({
  answer,
  answeredOn,
  word,
  outcome,
})
/** As history names them: an accompaniment has an outcome too. */
const named = ({ outcome: referralOutcome, ...rest }: ReturnType<typeof valuesOf>) => ({ ...rest, referralOutcome })

/** What the one it was sent to answered, and later what it gave: the loop of an orientation is closed. */
export const answerReferral = defineCommand({
  name: 'accompaniment.answer-referral',
  input: answerReferralInput,
  subject: ({ tx, operator }, { number, referralId }) => referralOf(tx, operator.id, number, referralId),
  allow: isMember,
  run: async (
    ctx,
    { number, referralId, version, answer, answeredOn, word, outcome },
    before,
  ): Promise<Result<{ number: string }, Failure<'day-to-come' | 'answer-before-referral' | 'partner-answered'>>> => {
    const { tx, operator, actor, record, today } = ctx
    const on = answeredOn ?? today
    if (on > today) return fail('day-to-come', {}, 'answeredOn')
    if (before.sentOn && on < before.sentOn) return fail('answer-before-referral', {}, 'answeredOn')
    const by = actor.kind === 'member' ? actor.userId : null
    const noted = notedAnswer({ answer, answeredOn: on, word, by }, before)
    if (!noted.ok) return noted
    const written = { ...noted.value, outcome }
    if (!(await writeAnswer(tx, operator.id, referralId, version, written))) {
      const current = (await referralOf(tx, operator.id, number, referralId)) ?? before
      throw await conflictOn(tx, operator.id, referralId, {
        version: current.version,
        values: valuesOf(current),
      })
    }
    await record({
      name: 'referral.answered',
      subjectKind: 'referral',
      subjectId: referralId,
      accompanimentId: before.accompanimentId,
      happenedOn: noted.value.answeredOn ?? on,
      data: {
        sentTo: before.sentTo,
        answer,
        changes: changesBetween(named(valuesOf(before)), named(valuesOf(written))),
      },
    })
    return ok({ number })
  },
})
