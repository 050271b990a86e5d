import { and, asc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { jurorScores } from '#db/schema/juries.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { JurorScores } from './jury.ts'

type Place = { accompanimentId: string; step: string }
const t = jurorScores

/** What each juror gave a case at a step, those from outside by the name that was written. */
export async function scoresOf(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, step }: Place,
  me: string | null,
): Promise<JurorScores[]> {
  const rows = await tx
    .select({ row: t, name: users.name })
    .from(t)
    .innerJoin(users, eq(users.id, t.writerId))
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId), eq(t.step, step)))
    .orderBy(asc(t.createdAt), asc(t.id))
  return rows.map(({ row: { id, juror, writerId, scores, comment }, name }) => ({
    id,
    juror: juror || name,
    isMine: juror === '' && writerId === me,
    scores,
    comment,
  }))
}

/** Writes the scores of one juror, or writes them anew: nobody but the writer reaches that row. */
export async function writeScores(
  tx: TenantTx,
  operatorId: string,
  given: Place & { writerId: string; juror: string; scores: Record<string, number>; comment: string | null },
): Promise<void> {
  const { scores, comment } = given
  await tx
    .insert(t)
    .values({ operatorId, id: newId(), ...given })
    .onConflictDoUpdate({
      target: [t.operatorId, t.accompanimentId, t.step, t.writerId, t.juror],
      set: { scores, comment, version: sql`${t.version} + 1`, updatedAt: sql`now()` },
    })
}
