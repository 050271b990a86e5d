import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { editionQuestions } from '#db/schema/questions.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Question } from './question.ts'

const shown = {
  id: editionQuestions.id,
  about: editionQuestions.about,
  body: editionQuestions.body,
  askedByName: editionQuestions.askedByName,
  askedAt: editionQuestions.askedAt,
  answer: editionQuestions.answer,
  answeredByName: editionQuestions.answeredByName,
  answeredAt: editionQuestions.answeredAt,
}

/** Those of an edition, or about one thing of it: in the order in which they were asked. */
export async function questionsOf(
  tx: TenantTx,
  operatorId: string,
  editionId: string,
  about?: string,
): Promise<Question[]> {
  return tx
    .select(shown)
    .from(editionQuestions)
    .where(
      and(
        eq(editionQuestions.operatorId, operatorId),
        eq(editionQuestions.editionId, editionId),
        about === undefined ? undefined : eq(editionQuestions.about, about),
      ),
    )
    .orderBy(asc(editionQuestions.askedAt), asc(editionQuestions.id))
    .limit(500)
}

/** How many wait for an answer, by edition; editions without any are not there. */
export async function waitingQuestions(tx: TenantTx, operatorId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ editionId: editionQuestions.editionId, waiting: count() })
    .from(editionQuestions)
    .where(and(eq(editionQuestions.operatorId, operatorId), isNull(editionQuestions.answeredAt)))
    .groupBy(editionQuestions.editionId)
  return new Map(rows.map(({ editionId, waiting }) => [editionId, waiting]))
}

export type NewQuestion = {
  editionId: string
  agreementId: string
  about: string
  body: string
  askedBy: string
  askedByName: string
  askedAt: Date
}

export async function insertQuestion(tx: TenantTx, operatorId: string, question: NewQuestion): Promise<string> {
  const id = newId()
  await tx.insert(editionQuestions).values({ operatorId, id, ...question })
  return id
}

/** The row, locked until the transaction ends: of two answers at once, the second finds the first. */
export async function lockQuestion(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select()
    .from(editionQuestions)
    .where(and(eq(editionQuestions.operatorId, operatorId), eq(editionQuestions.id, id)))
    .for('update')
  return row ?? null
}

export async function writeAnswer(
  tx: TenantTx,
  operatorId: string,
  id: string,
  given: { answer: string; answeredByName: string; answeredAt: Date },
): Promise<void> {
  await tx
    .update(editionQuestions)
    .set({ ...given, version: sql`${editionQuestions.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(editionQuestions.operatorId, operatorId), eq(editionQuestions.id, id)))
}
