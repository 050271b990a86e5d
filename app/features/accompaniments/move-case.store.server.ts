import type { Recording } from '#app/features/history/history.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { type Accompaniment, type Case, setOnCase } from './accompaniments.store.server.ts'
import { factsOf, previousAccompaniment } from './case-facts.store.server.ts'
import type { CaseFacts } from './case-facts.ts'
import { judge } from './lifecycle.ts'
import { refreshNextSteps } from './next-step.store.server.ts'

/** Why a case did not move: what is missing, a reason to give, or no such way from where it is. */
export type MoveFailure = Failure<'guards-block' | 'reason-needed' | 'no-such-way'>

export type Move = {
  transition: string
  /** Why in spite of the warnings. */
  reason?: string | null
  /** Columns that the transition writes with the state: the day of the event, the outcome. */
  set?: Partial<Accompaniment>
  /** Facts that no row holds yet. */
  facts?: Partial<CaseFacts>
  /** The day on which it happened; today when absent. */
  on?: Day
}

export async function factsOfCase(
  { tx, operator, today }: Pick<Recording, 'tx' | 'operator' | 'today'>,
  row: Accompaniment,
): Promise<CaseFacts> {
  const facts = (await factsOf(tx, operator.id, [row.id], today)).get(row.id)
  if (!facts) throw new Error(`the case ${row.number} has gone`)
  return { ...facts, previous: await previousAccompaniment(tx, operator.id, row) }
}

/**
 * Moves a locked case through its programme. What the command writes besides (`set`, rows of its own) is already in the
 * transaction when the guards look, so they judge what is about to be true; a refusal takes all of it back.
 */
export async function moveCase(
  ctx: Recording,
  { row, programme }: Case,
  { transition, reason = null, set = {}, facts = {}, on = ctx.today }: Move,
): Promise<Result<{ to: string }, MoveFailure>> {
  await setOnCase(ctx.tx, ctx.operator.id, row.id, set)
  const judged = judge(programme.definition, { ...(await factsOfCase(ctx, row)), ...facts }, transition, reason)
  switch (judged.kind) {
    case 'impossible':
      return fail('no-such-way')
    case 'blocked':
      return fail('guards-block', { rule: judged.missing[0] ?? '', count: judged.missing.length })
    case 'reason-needed':
      return fail('reason-needed', { rule: judged.warnings[0] ?? '' }, 'reason')
    case 'ok': {
      await setOnCase(ctx.tx, ctx.operator.id, row.id, { state: judged.to, stateSince: on })
      await ctx.record({
        name: 'accompaniment.moved',
        subjectKind: 'accompaniment',
        subjectId: row.id,
        accompanimentId: row.id,
        happenedOn: on,
        data: {
          transition,
          changes: { state: [row.state, judged.to] },
          ...(judged.warnings.length > 0 && { warnings: judged.warnings }),
          ...(reason && { reason }),
        },
      })
      await refreshNextSteps(ctx.tx, ctx.operator.id, [row.id], ctx.today)
      return ok({ to: judged.to })
    }
  }
}
