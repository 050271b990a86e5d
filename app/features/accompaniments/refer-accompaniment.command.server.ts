import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { writeToPartner } from '#app/features/referrals/partners.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { referInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from './move-case.store.server.ts'
import { insertReferral } from './referrals.store.server.ts'

/** Sends the organisation to somebody else: besides what is done here, or instead of it. */
export const referAccompaniment = defineCommand({
  name: 'accompaniment.refer',
  input: referInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, sentTo, reason, sentOn, expectedOn, partnerName, partnerEmail, ends },
    subject,
  ): Promise<Result<{ number: string }, MoveFailure | Failure<'day-to-come' | 'answer-before-referral'>>> => {
    const { tx, operator, record, today } = ctx
    const sent = sentOn ?? today
    if (sent > today) return fail('day-to-come', {}, 'sentOn')
    if (expectedOn && expectedOn < sent) return fail('answer-before-referral', {}, 'expectedOn')
    const accompanimentId = subject.row.id
    const values = { accompanimentId, sentTo, reason, sentOn: sent, expectedOn }
    const referral = await insertReferral(tx, operator.id, values)
    if (partnerEmail) await writeToPartner(ctx, referral, { partnerName, partnerEmail })
    await record({
      name: 'referral.sent',
      subjectKind: 'referral',
      subjectId: referral.id,
      accompanimentId,
      happenedOn: sent,
      data: { sentTo, reason },
    })
    if (!ends) return ok({ number })
    const moved = await moveCase(ctx, subject, { transition: 'refer', on: sent })
    return moved.ok ? ok({ number }) : moved
  },
})
