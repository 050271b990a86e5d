import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { isPractitioner, nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { handOverInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { giveCase } from './many-changes.store.server.ts'
import { nobody } from './seen.ts'

/** Somebody else takes charge of the case, and is told. */
export const handOver = defineCommand({
  name: 'accompaniment.hand-over',
  input: handOverInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, practitionerId, reason, seen },
    { row },
  ): Promise<Result<{ number: string }, Failure<'unknown-practitioner'>>> => {
    const { tx, operator, actor, today, now } = ctx
    if (seen && seen !== (row.practitionerId ?? nobody)) {
      const values = { practitionerId: await nameOfUser(tx, row.practitionerId) }
      throw await conflictOn(tx, operator.id, row.id, { version: row.version, values })
    }
    if (!(await isPractitioner(tx, operator.id, practitionerId, today)))
      return fail('unknown-practitioner', {}, 'practitionerId')
    const [practitioner, after] = [await nameOfUser(tx, row.practitionerId), await nameOfUser(tx, practitionerId)]
    const given = {
      id: row.id,
      practitionerId: row.practitionerId,
      practitioner,
      to: practitionerId,
      after: after ?? '',
    }
    await giveCase(ctx, given, reason)
    if (actor.kind !== 'member' || actor.userId !== practitionerId)
      await notify(tx, operator.id, now, {
        userId: practitionerId,
        kind: 'accompaniment.handed-over',
        accompanimentId: row.id,
        data: { number: row.number },
        address: `/o/${operator.slug}/accompagnements/${row.number}`,
      })
    return ok({ number })
  },
})
