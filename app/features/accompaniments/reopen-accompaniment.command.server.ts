import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { agreementsOfCase, linkAgreements } from '#app/features/agreements/case-agreements.store.server.ts'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { reopenInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { isEnded } from './lifecycle.ts'
import { insertCase, recordGoingOn } from './open-case.store.server.ts'

/** An organisation comes back: a new case that names the one it follows. An ended case itself never moves again. */
export const reopenAccompaniment = defineCommand({
  name: 'accompaniment.reopen',
  input: reopenInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { reason },
    { row, programme },
  ): Promise<Result<{ number: string }, Failure<'not-ended' | 'unknown-programme'>>> => {
    const { tx, operator, today } = ctx
    if (!isEnded(programme.definition, row.state)) return fail('not-ended')
    const current = await programmeByCode(tx, operator.id, programme.code)
    if (!current) return fail('unknown-programme')
    const opened = await insertCase(ctx, current, today, {
      organisationId: row.organisationId,
      title: row.title,
      practitionerId: row.practitionerId,
      contactPersonId: row.contactPersonId,
      channel: 'returning',
      motive: reason,
      previousId: row.id,
    })
    const agreements = (await agreementsOfCase(tx, operator.id, row.id)).filter(({ endsOn }) => endsOn >= today)
    await linkAgreements(
      tx,
      operator.id,
      opened.id,
      agreements.map(({ id }) => id),
    )
    await recordGoingOn(ctx, row.id, { number: opened.number, reason })
    return ok({ number: opened.number })
  },
})
