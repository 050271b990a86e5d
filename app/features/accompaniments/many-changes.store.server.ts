import { and, eq, sql } from 'drizzle-orm'
import { linkAgreements } from '#app/features/agreements/case-agreements.store.server.ts'
import type { Changes } from '#app/features/history/changes.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments, planActions } from '#db/schema/accompaniments.ts'
import { setOnCase } from './accompaniments.store.server.ts'
import { agreementsAfter, type Change, type Considered, type Verdict } from './many-cases.ts'
import { refreshNextSteps } from './next-step.store.server.ts'
import { stepKey } from './next-step.ts'

type Done = Extract<Verdict, { kind: 'done' }>
type Writing = { known: Considered; verdict: Done; reason: string | null }

/** Writes a change on one locked case, with its history. */
export async function changeCase(ctx: Recording, change: Change, writing: Writing): Promise<void> {
  switch (change.gesture) {
    case 'confier':
      return giveCase(ctx, { ...writing.known, to: change.practitionerId, after: change.practitioner }, writing.reason)
    case 'conventions': {
      const { known, verdict, reason } = writing
      const after = agreementsAfter(change, known).map(({ id }) => id)
      if (!(await linkAgreements(ctx.tx, ctx.operator.id, known.id, after)))
        throw new Error('an agreement that was just read')
      return recordOn(ctx, known.id, 'accompaniment.agreements-chosen', {
        changes: { agreements: [verdict.before, verdict.after] },
        ...(reason && { reason }),
      })
    }
    case 'reporter':
      return postpone(ctx, change.to, writing)
  }
}

/** `practitioner` and `after` are their names, as history keeps them. */
type Giving = {
  id: string
  practitionerId: string | null
  practitioner: string | null
  to: string
  after: string
}

/** Somebody else takes charge of a case. */
export async function giveCase(
  ctx: Recording,
  { id, practitionerId, practitioner, to, after }: Giving,
  reason: string | null,
): Promise<void> {
  await setOnCase(ctx.tx, ctx.operator.id, id, { practitionerId: to })
  await recordOn(ctx, id, 'accompaniment.handed-over', {
    changes: { practitionerId: [practitioner, after] },
    // Names do not tell two people apart: by these ids the case is given back.
    ids: [practitionerId, to],
    to: after,
    ...(reason && { reason }),
  })
}

const postpone = (ctx: Recording, to: Day, { known, verdict, reason }: Writing) =>
  setNextDay(ctx, { id: known.id, before: verdict.before, to }, reason)

type NextDay = { id: string; before: string | null; to: Day | null }

/** The day of an action is written in the plan, and moves there; that of another step is put off on the case. */
export async function setNextDay(ctx: Recording, { id, before, to }: NextDay, reason: string | null): Promise<void> {
  const { tx, operator } = ctx
  const [row] = await tx
    .select({ step: accompaniments.nextStep, detail: accompaniments.nextDetail, on: accompaniments.nextOn })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, id)))
  if (!row?.step) throw new Error('a case that waits for something')
  const step = stepKey({ step: row.step, detail: row.detail })
  const { detail: title, on: from } = row
  const moved = row.step === 'do_action' && title && from ? await moveActions(ctx, id, { title, from, to }) : []
  await recordActions(ctx, id, moved, { dueOn: [from, to] })
  // An action without a day of its own is put off on the case too.
  if (moved.length === 0) await setOnCase(tx, operator.id, id, { postponedStep: to && step, postponedTo: to })
  await recordOn(ctx, id, 'accompaniment.postponed', {
    changes: { nextOn: [before, to] },
    step,
    ...(reason && { reason }),
  })
  await refreshNextSteps(tx, operator.id, [id], ctx.today)
}

type MovedAction = { id: string; title: string }

async function moveActions(
  { tx, operator }: Recording,
  accompanimentId: string,
  { title, from, to }: { title: string; from: string; to: Day | null },
): Promise<MovedAction[]> {
  return tx
    .update(planActions)
    .set({ dueOn: to, version: sql`${planActions.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(planActions.operatorId, operator.id),
        eq(planActions.accompanimentId, accompanimentId),
        eq(planActions.title, title),
        eq(planActions.dueOn, from),
      ),
    )
    .returning({ id: planActions.id, title: planActions.title })
}

/** What an act on the whole case changed in its actions is told of each: there it is read, and put back. */
export async function recordActions(
  { record }: Pick<Recording, 'record'>,
  accompanimentId: string,
  actions: readonly MovedAction[],
  changes: Changes,
): Promise<void> {
  for (const { id, title } of actions)
    await record({
      name: 'plan.action-updated',
      subjectKind: 'plan_action',
      subjectId: id,
      accompanimentId,
      data: { title, changes },
    })
}

const recordOn = (ctx: Recording, id: string, name: string, data: Record<string, unknown>) =>
  ctx.record({ name, subjectKind: 'accompaniment', subjectId: id, accompanimentId: id, data })
