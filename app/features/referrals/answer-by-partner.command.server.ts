import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { referralByLink, writeSaid } from './partners.store.server.ts'
import { partnerAnswer } from './referral.ts'
import { partnerAnswerInput } from './referral-input.ts'
import { referralAnswered } from './referrals.jobs.ts'

/** The partner itself says, by its link, whether it takes over. */
export const answerByPartner = defineCommand({
  name: 'referral.answer-by-partner',
  input: partnerAnswerInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? referralByLink(ctx, ctx.actor.link, { lock: true }) : null),
  allow: (actor, { id }) => holdsLink(actor, 'referral', id),
  run: async ({ tx, operator, now, today, record, enqueue }, { answer, word }, before) => {
    const allowed = partnerAnswer({ answer, word }, before)
    if (!allowed.ok) return allowed
    const { id, accompanimentId, sentTo } = before
    await writeSaid(tx, operator.id, id, { answer, answeredOn: today, word, saidAt: now })
    await record({
      name: answer === 'accepted' ? 'referral.accepted' : 'referral.refused',
      subjectKind: 'referral',
      subjectId: id,
      accompanimentId,
      data: { sentTo },
    })
    await enqueue(referralAnswered, { accompanimentId, referralId: id }, id)
    return ok({ answer })
  },
})
