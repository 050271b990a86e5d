import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { changeAsked } from './change-asked.store.server.ts'
import { consideredCases, lockCases } from './many-cases.store.server.ts'
import { type Considered, shownAs, verdictOf } from './many-cases.ts'
import { changeManyInput } from './many-cases-input.ts'
import { changeCase } from './many-changes.store.server.ts'

/**
 * One change on several cases, as its preview said: what a guard forbids stays as it is, the rest is done; when a case
 * no longer reads as it was shown, nothing is.
 */
export const changeMany = defineCommand({
  name: 'accompaniment.change-many',
  input: changeManyInput,
  subject: async ({ tx, operator }, { numbers }): Promise<Considered[] | null> => {
    await lockCases(tx, operator.id, numbers)
    const cases = await consideredCases(tx, operator.id, numbers)
    return cases.length === new Set(numbers).size ? cases : null
  },
  allow: isMember,
  run: async (
    ctx,
    { gesture, practitionerId, agreements, how, to, reason, seen },
    cases,
  ): Promise<Result<{ changed: number }, Failure<'preview-changed' | 'nothing-to-change' | 'change-incomplete'>>> => {
    const change = await changeAsked(ctx, { gesture, practitionerId, agreements, how, to })
    if (!change) return fail('change-incomplete')
    const judged = cases.map(known => ({ known, number: known.number, verdict: verdictOf(change, known) }))
    if (sha256(shownAs(judged)) !== seen) return fail('preview-changed')
    let changed = 0
    for (const { known, verdict } of judged) {
      if (verdict.kind !== 'done') continue
      await changeCase(ctx, change, { known, verdict, reason })
      changed++
    }
    if (changed === 0) return fail('nothing-to-change')
    if (change.gesture === 'confier') await tellAll(ctx, change.practitionerId, changed)
    return ok({ changed })
  },
})

/** One notice, whatever their number. */
async function tellAll({ tx, operator, actor, now }: CommandContext, userId: string, count: number): Promise<void> {
  if (actor.kind === 'member' && actor.userId === userId) return
  await notify(tx, operator.id, now, {
    userId,
    kind: 'accompaniment.many-handed-over',
    accompanimentId: null,
    data: { number: String(count) },
    address: `/o/${operator.slug}/accompagnements?charge=${userId}`,
  })
}
