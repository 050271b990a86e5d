import { and, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import { questionSubject } from '#app/features/files/file-about.ts'
import type { Moment } from '#app/features/programmes/questions.ts'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { type AnswerValue, answers } from '#db/schema/accompaniments.ts'
import { files } from '#db/schema/files.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Answers } from './answers.ts'

export type AnswerRow = {
  question: string
  moment: string
  value: AnswerValue | null
  version: number
  answeredOn: string
}

/** The answers of a case that the reader may read; row-level security keeps those that others wrote for themselves. */
export async function answersOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<AnswerRow[]> {
  return tx
    .select({
      question: answers.question,
      moment: answers.moment,
      value: answers.value,
      version: answers.version,
      answeredOn: answers.answeredOn,
    })
    .from(answers)
    .where(and(eq(answers.operatorId, operatorId), eq(answers.accompanimentId, accompanimentId)))
}

/** What the whole team may read of T0, by case: what transitions look at. */
export async function sharedAnswers(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
): Promise<Map<string, Answers>> {
  const rows = await tx
    .select({
      id: answers.accompanimentId,
      values: sql<Answers>`jsonb_object_agg(${answers.question}, ${answers.value})`,
    })
    .from(answers)
    .where(
      and(
        eq(answers.operatorId, operatorId),
        inArray(answers.accompanimentId, [...ids]),
        eq(answers.moment, 'T0'),
        isNull(answers.readerId),
      ),
    )
    .groupBy(answers.accompanimentId)
  const attached = await attachedAnswers(tx, operatorId, ids)
  return new Map(
    [...new Set([...rows.map(({ id }) => id), ...attached.keys()])].map(id => [
      id,
      { ...rows.find(row => row.id === id)?.values, ...attached.get(id) },
    ]),
  )
}

/** The names of the files attached to questions: what a question of kind `file` is answered by. */
async function attachedAnswers(tx: TenantTx, operatorId: string, ids: readonly string[]) {
  const rows = await tx
    .select({ id: files.accompanimentId, about: files.about, names: sql<string[]>`array_agg(${files.name})` })
    .from(files)
    .where(
      and(
        eq(files.operatorId, operatorId),
        inArray(files.accompanimentId, [...ids]),
        like(files.about, `${questionSubject('')}%`),
        isNull(files.removedAt),
      ),
    )
    .groupBy(files.accompanimentId, files.about)
  const found = new Map<string, Answers>()
  for (const { id, about, names } of rows)
    found.set(id, { ...found.get(id), [about?.slice(questionSubject('').length) ?? '']: names })
  return found
}

export type NewAnswer = { question: string; value: AnswerValue | null; readerId: string | null }

/** Writes the answers that changed, all at the same version. Under the lock of the case. */
export async function writeAnswers(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  { moment, version, on, changed }: { moment: Moment; version: number; on: Day; changed: readonly NewAnswer[] },
): Promise<void> {
  if (changed.length === 0) return
  await tx
    .insert(answers)
    .values(
      changed.map(answer => ({ operatorId, id: newId(), accompanimentId, moment, version, answeredOn: on, ...answer })),
    )
    .onConflictDoUpdate({
      target: [answers.operatorId, answers.accompanimentId, answers.question, answers.moment, answers.readerId],
      set: {
        value: sql`excluded.value`,
        version: sql`excluded.version`,
        answeredOn: sql`excluded.answered_on`,
        updatedAt: sql`now()`,
      },
    })
}
