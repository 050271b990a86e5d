import type { Accompaniment, Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import { type Day, daysBetween } from '#app/kernel/day.ts'
import { bringBackCancelled, cancelWaiting, setWaveDay, standingWaves } from './follow-ups.store.server.ts'
import { movedByAnchors, movedByPause, type WaveMove } from './wave-changes.ts'
import { anchorsOf } from './wave-plan.ts'

type Why = { because: 'restitution' | 'pause'; reason: string | null; kept?: readonly string[] }

/** The days that waves count from were corrected: those not sent move, those sent stay, and the history says both. */
export async function moveWavesWithAnchors(ctx: Recording, { row, programme }: Case, reason: string): Promise<void> {
  const standing = await standingWaves(ctx.tx, ctx.operator.id, row.id)
  const { moved, kept } = movedByAnchors(programme.definition, anchorsOf(row), standing)
  await writeMoves(ctx, row.id, moved, { because: 'restitution', reason, kept })
}

/** The case is taken up again: its waves go as far as it waited. */
export async function moveWavesByPause(
  ctx: Recording,
  row: Pick<Accompaniment, 'id' | 'suspendReason'>,
  began: Day,
): Promise<void> {
  const standing = await standingWaves(ctx.tx, ctx.operator.id, row.id)
  const moved = movedByPause({ began, days: daysBetween(began, ctx.today) }, standing)
  await writeMoves(ctx, row.id, moved, { because: 'pause', reason: row.suspendReason })
}

async function writeMoves(ctx: Recording, accompanimentId: string, moved: readonly WaveMove[], why: Why) {
  if (moved.length === 0) return
  for (const move of moved) await setWaveDay(ctx.tx, ctx.operator.id, move)
  const { because, reason, kept = [] } = why
  await ctx.record({
    name: 'follow-up.moved',
    subjectKind: 'accompaniment',
    subjectId: accompanimentId,
    accompanimentId,
    data: {
      because,
      changes: Object.fromEntries(moved.map(({ wave, from, to }) => [`plannedOn${wave}`, [from, to]])),
      ...(kept.length > 0 && { kept: kept.join(', ') }),
      ...(reason && { reason }),
    },
  })
}

/** Nobody is asked any more about a case that has ended. */
export async function cancelWaves(ctx: Recording, accompanimentId: string, reason: string | null): Promise<void> {
  const waves = await cancelWaiting(ctx.tx, ctx.operator.id, accompanimentId)
  await tell(ctx, 'follow-up.cancelled', accompanimentId, { waves, reason })
}

/** The case that had ended goes on: what was cancelled with it waits again. */
export async function bringBackWaves(ctx: Recording, accompanimentId: string, reason: string): Promise<void> {
  const waves = await bringBackCancelled(ctx.tx, ctx.operator.id, accompanimentId)
  await tell(ctx, 'follow-up.brought-back', accompanimentId, { waves, reason })
}

async function tell(
  ctx: Recording,
  name: string,
  accompanimentId: string,
  { waves, reason }: { waves: readonly string[]; reason: string | null },
) {
  if (waves.length === 0) return
  await ctx.record({
    name,
    subjectKind: 'accompaniment',
    subjectId: accompanimentId,
    accompanimentId,
    data: { list: waves.join(', '), ...(reason && { reason }) },
  })
}
