import { and, eq, sql } from 'drizzle-orm'
import { linkAgreements } from '#app/features/agreements/case-agreements.store.server.ts'
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

/** Somebody else takes charge of a case. */
export async function giveCase(
  ctx: Recording,
  { id, practitioner, to, after }: { id: string; practitioner: string | null; to: string; after: string },
  reason: string | null,
): Promise<void> {
  await setOnCase(ctx.tx, ctx.operator.id, id, { practitionerId: to })
  await recordOn(ctx, id, 'accompaniment.handed-over', {
    changes: { practitionerId: [practitioner, after] },
    to: after,
    ...(reason && { reason }),
  })
}

/** The day of an action is written in the plan, and moves there; that of another step is put off on the case. */
async function postpone(ctx: Recording, to: Day, { known, verdict, reason }: Writing): Promise<void> {
  const { tx, operator } = ctx
  const ofCase = and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, known.id))
  const [row] = await tx
    .select({ step: accompaniments.nextStep, detail: accompaniments.nextDetail, on: accompaniments.nextOn })
    .from(accompaniments)
    .where(ofCase)
  if (!row?.step) throw new Error('a case that waits for something')
  if (row.step === 'do_action' && row.on && row.detail)
    await tx
      .update(planActions)
      .set({ dueOn: to, version: sql`${planActions.version} + 1`, updatedAt: sql`now()` })
      .where(
        and(
          eq(planActions.operatorId, operator.id),
          eq(planActions.accompanimentId, known.id),
          eq(planActions.title, row.detail),
          eq(planActions.dueOn, row.on),
        ),
      )
  else
    await setOnCase(tx, operator.id, known.id, {
      postponedStep: stepKey({ step: row.step, detail: row.detail }),
      postponedTo: to,
    })
  await recordOn(ctx, known.id, 'accompaniment.postponed', {
    changes: { nextOn: [verdict.before, to] },
    ...(reason && { reason }),
  })
  await refreshNextSteps(tx, operator.id, [known.id], ctx.today)
}

const recordOn = (ctx: Recording, id: string, name: string, data: Record<string, unknown>) =>
  ctx.record({ name, subjectKind: 'accompaniment', subjectId: id, accompanimentId: id, data })
