import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Step } from './session-lines.ts'

/**
 * What was decided to do next becomes an action of each member's plan. When the session is corrected, a step that is no
 * longer written goes, unless somebody has worked on its action since. `before`: the steps that the session already had.
 */
export async function writeNextSteps(
  tx: TenantTx,
  operatorId: string,
  {
    sessionId,
    cases,
    steps,
    before,
  }: { sessionId: string; cases: readonly string[]; steps: readonly Step[]; before: readonly Step[] },
): Promise<void> {
  const known = await tx
    .select({
      id: planActions.id,
      accompanimentId: planActions.accompanimentId,
      title: planActions.title,
      status: planActions.status,
      version: planActions.version,
    })
    .from(planActions)
    .where(and(eq(planActions.operatorId, operatorId), eq(planActions.fromSessionId, sessionId)))
  const gone = known.filter(
    ({ title, status, version }) => !steps.some(({ text }) => text === title) && status === 'to_do' && version === 1,
  )
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    await tx.delete(planActions).where(and(eq(planActions.operatorId, operatorId), inArray(planActions.id, ids)))
  }
  // Who does it and until when is put right too, as long as nobody has taken the action over.
  for (const { text, owner, dueOn } of steps) {
    const ids = known.flatMap(row =>
      row.title === text && row.status === 'to_do' && row.version === 1 ? [row.id] : [],
    )
    if (ids.length > 0)
      await tx
        .update(planActions)
        .set({ owner, dueOn })
        .where(and(eq(planActions.operatorId, operatorId), inArray(planActions.id, ids)))
  }
  const added = cases.flatMap(accompanimentId => {
    const own = known.filter(action => action.accompanimentId === accompanimentId)
    // An action that bears another title by now was made of a step all the same: it is not made twice.
    const isMade = (text: string) =>
      own.some(({ title }) => title === text) || (own.length > 0 && before.some(step => step.text === text))
    return steps
      .filter(({ text }) => !isMade(text))
      .map(({ text, owner, dueOn }) => ({ accompanimentId, title: text, owner, dueOn }))
  })
  if (added.length === 0) return
  const last = await lastPositions(tx, operatorId, cases)
  await tx.insert(planActions).values(
    added.map(({ accompanimentId, title, owner, dueOn }, index) => ({
      operatorId,
      id: newId(),
      accompanimentId,
      title,
      owner,
      dueOn,
      nature: 'self_action' as const,
      fromSessionId: sessionId,
      position: (last.get(accompanimentId) ?? 0) + index + 1,
    })),
  )
}

async function lastPositions(tx: TenantTx, operatorId: string, cases: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ accompanimentId: planActions.accompanimentId, last: sql<number>`max(${planActions.position})` })
    .from(planActions)
    .where(and(eq(planActions.operatorId, operatorId), inArray(planActions.accompanimentId, [...cases])))
    .groupBy(planActions.accompanimentId)
  return new Map(rows.map(row => [row.accompanimentId, row.last]))
}
