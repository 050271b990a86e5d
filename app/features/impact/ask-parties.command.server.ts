import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { lockStudy } from './impact.store.server.ts'
import { openMoment } from './impact.ts'
import { askPartiesInput } from './impact-input.ts'
import { markAsked, partiesOf } from './impact-parties.store.server.ts'

/** Sends each party a link of her own to the measure that is open. */
export const askParties = defineCommand({
  name: 'impact.ask-parties',
  input: askPartiesInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    _input,
    { row, study },
  ): Promise<Result<{ id: string }, Failure<'measure-not-open' | 'impact-without-parties'>>> => {
    const { tx, operator, today, now, record } = ctx
    const moment = openMoment(study.stage)
    if (!moment) return fail('measure-not-open')
    const parties = (await partiesOf(tx, operator.id, study.id)).filter(({ revokedAt }) => revokedAt === null)
    if (parties.length === 0) return fail('impact-without-parties')
    for (const { id: partyId, email } of parties)
      await planSend(ctx, {
        key: `impact.measure:${partyId}:${moment}:${today}`,
        message: 'impact.measure',
        payload: { studyId: study.id, partyId },
        recipient: email,
        accompanimentId: row.id,
      })
    await markAsked(tx, operator.id, study.id, now)
    await record({
      name: 'impact.parties-asked',
      subjectKind: 'impact',
      subjectId: study.id,
      accompanimentId: row.id,
      data: { moment, parties: parties.length },
    })
    return ok({ id: study.id })
  },
})
