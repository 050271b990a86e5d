import { and, asc, eq, inArray } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { type SessionLineKind, sessionLines } from '#db/schema/engineerings.ts'
import type { TenantTx } from '#db/tenant.ts'
import { noLines, type SessionLines } from './session-lines.ts'

type Row = { sessionId: string; kind: SessionLineKind; text: string; owner: string | null; dueOn: string | null }

/** The lines of these sessions, by session. */
export async function linesOf(
  tx: TenantTx,
  operatorId: string,
  sessionIds: readonly string[],
): Promise<(sessionId: string) => SessionLines> {
  if (sessionIds.length === 0) return () => noLines
  const rows = await tx
    .select({
      sessionId: sessionLines.sessionId,
      kind: sessionLines.kind,
      text: sessionLines.text,
      owner: sessionLines.owner,
      dueOn: sessionLines.dueOn,
    })
    .from(sessionLines)
    .where(and(eq(sessionLines.operatorId, operatorId), inArray(sessionLines.sessionId, [...sessionIds])))
    .orderBy(asc(sessionLines.position))
  const bySession = new Map<string, Row[]>()
  for (const row of rows) bySession.set(row.sessionId, [...(bySession.get(row.sessionId) ?? []), row])
  return sessionId => sorted(bySession.get(sessionId) ?? [])
}

function sorted(rows: readonly Row[]): SessionLines {
  const texts = (kind: SessionLineKind) => rows.flatMap(row => (row.kind === kind ? [row.text] : []))
  const steps = rows.filter(({ kind }) => kind === 'next_step')
  return {
    agenda: texts('agenda'),
    decisions: texts('decision'),
    nextSteps: steps.map(({ text, owner, dueOn }) => ({ text, owner, dueOn: day(dueOn) })),
    blockers: texts('blocker'),
  }
}

/** The lines of a session are written over as a whole: its version says who comes second. */
export async function replaceLines(
  tx: TenantTx,
  operatorId: string,
  { sessionId, engineeringId }: { sessionId: string; engineeringId: string },
  { agenda, decisions, nextSteps, blockers }: SessionLines,
): Promise<void> {
  await tx
    .delete(sessionLines)
    .where(and(eq(sessionLines.operatorId, operatorId), eq(sessionLines.sessionId, sessionId)))
  const plain = (kind: SessionLineKind, texts: readonly string[]) =>
    texts.map(text => ({ kind, text, owner: null, dueOn: null }))
  const rows = [
    ...plain('agenda', agenda),
    ...plain('decision', decisions),
    ...nextSteps.map(step => ({ kind: 'next_step' as const, ...step })),
    ...plain('blocker', blockers),
  ]
  if (rows.length === 0) return
  await tx
    .insert(sessionLines)
    .values(rows.map((row, position) => ({ operatorId, id: newId(), engineeringId, sessionId, position, ...row })))
}
