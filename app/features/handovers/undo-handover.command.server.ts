import { isManager } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { lockCases } from '#app/features/accompaniments/many-cases.store.server.ts'
import { giveCase, recordActions } from '#app/features/accompaniments/many-changes.store.server.ts'
import { isPractitioner } from '#app/features/operators/practitioners.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { undoableUntil } from './handover.ts'
import { handoverInput } from './handover-input.ts'
import {
  casesOfHandover,
  type Handover,
  lockHandover,
  moveNotices,
  renameOwner,
  setUndone,
} from './handovers.store.server.ts'

type UndoFailure = Failure<'handover-undone' | 'handover-too-old' | 'giver-has-left'>

/** Gives back what a passation gave, for seven days: what its receiver has given on since stays where it is. */
export const undoHandover = defineCommand({
  name: 'handover.undo',
  input: handoverInput,
  subject: ({ tx, operator }, { handoverId }) => lockHandover(tx, operator.id, handoverId),
  allow: (actor, { fromId, toId, givenById }) =>
    isManager(actor) || (actor.kind === 'member' && [fromId, toId, givenById].includes(actor.userId)),
  run: async (ctx, { handoverId }, handover): Promise<Result<{ returned: number }, UndoFailure>> => {
    const { tx, operator, today } = ctx
    const givenOn = day(handover.givenOn)
    if (handover.undoneOn) return fail('handover-undone')
    if (!givenOn || today > undoableUntil(givenOn)) return fail('handover-too-old')
    if (!(await isPractitioner(tx, operator.id, handover.fromId, today)))
      return fail('giver-has-left', { name: handover.from })
    const cases = await casesOfHandover(tx, operator.id, handoverId)
    await lockCases(
      tx,
      operator.id,
      cases.map(({ number }) => number),
    )
    // Read again under the lock: one of them may just have been given on.
    const held = (await casesOfHandover(tx, operator.id, handoverId)).filter(
      ({ holderId }) => holderId === handover.toId,
    )
    for (const known of held) await giveBack(ctx, handover, known)
    await setUndone(tx, operator.id, handoverId, today)
    return ok({ returned: held.length })
  },
})

async function giveBack(
  ctx: CommandContext,
  { from, to, fromId, toId }: Handover,
  known: Awaited<ReturnType<typeof casesOfHandover>>[number],
): Promise<void> {
  const { tx, operator } = ctx
  const id = known.accompanimentId
  await giveCase(ctx, { id, practitionerId: toId, practitioner: to, to: fromId, after: from }, null)
  const actions = await renameOwner(tx, operator.id, id, { from: to, to: from, among: known.actionIds })
  await recordActions(ctx, id, actions, { owner: [to, from] })
  await moveNotices(tx, operator.id, id, { fromId: toId, toId: fromId, among: known.noticeIds })
}
