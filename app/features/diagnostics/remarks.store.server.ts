import { and, asc, desc, eq, max, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { diagnosticComments, diagnosticContests } from '#db/schema/diagnostics.ts'
import { events } from '#db/schema/journal.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ShownComment, ShownContest } from './diagnostic-lines.ts'

export async function contestsOf(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<(ShownContest & { accompanimentId: string; diagnosticId: string })[]> {
  const t = diagnosticContests
  return tx
    .select({
      id: t.id,
      accompanimentId: t.accompanimentId,
      diagnosticId: t.diagnosticId,
      line: t.line,
      lineThen: t.lineThen,
      body: t.body,
      contestedBy: t.contestedBy,
      contestedAt: t.contestedAt,
      answer: t.answer,
      answeredByName: t.answeredByName,
      version: t.version,
    })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(asc(t.contestedAt), asc(t.id))
}

export type NewContest = {
  accompanimentId: string
  diagnosticId: string
  line: string
  lineThen: string
  body: string
  personId: string | null
  contestedBy: string
  contestedAt: Date
}

export async function writeContest(tx: TenantTx, operatorId: string, contest: NewContest): Promise<string> {
  const id = newId()
  await tx.insert(diagnosticContests).values({ operatorId, id, ...contest })
  return id
}

/** False when it was answered meanwhile. */
export async function answerContest(
  tx: TenantTx,
  operatorId: string,
  {
    id,
    version,
    ...answered
  }: { id: string; version: number; answer: string; answeredByName: string; answeredAt: Date },
): Promise<boolean> {
  const t = diagnosticContests
  const rows = await tx
    .update(t)
    .set({ ...answered, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id), eq(t.version, version)))
    .returning({ id: t.id })
  return rows.length > 0
}

export async function commentsOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<ShownComment[]> {
  const t = diagnosticComments
  return tx
    .select({ id: t.id, line: t.line, body: t.body, author: users.name, writtenAt: t.writtenAt })
    .from(t)
    .innerJoin(users, eq(users.id, t.authorId))
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(asc(t.writtenAt), asc(t.id))
}

export async function writeComment(
  tx: TenantTx,
  operatorId: string,
  comment: { accompanimentId: string; line: string; body: string; authorId: string; writtenAt: Date },
): Promise<string> {
  const id = newId()
  await tx.insert(diagnosticComments).values({ operatorId, id, ...comment })
  return id
}

/** Who has written in the diagnostic, the latest first, each with the day of her last words. */
export async function authorsOf(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<{ name: string; on: string }[]> {
  const on = max(events.happenedOn)
  const rows = await tx
    .select({ name: events.actorName, on })
    .from(events)
    .where(
      and(
        eq(events.operatorId, operatorId),
        eq(events.accompanimentId, accompanimentId),
        eq(events.name, 'diagnostic.saved'),
      ),
    )
    .groupBy(events.actorName)
    .orderBy(desc(on))
  return rows.flatMap(({ name, on: day }) => (name && day ? [{ name, on: day }] : []))
}
