import { newId } from '#app/kernel/ids.ts'
import { editionQuestions } from '#db/schema/questions.ts'
import type { TestOperator } from '../operator.ts'

type Wanted = { editionId: string; agreementId: string; about?: string; askedBy?: string }

/** A question that waits for its answer. */
export async function aQuestion(
  operator: TestOperator,
  { editionId, agreementId, about = 'diagnostics', askedBy = newId() }: Wanted,
): Promise<string> {
  const id = newId()
  await operator.inside(({ tx, now }) =>
    tx.insert(editionQuestions).values({
      operatorId: operator.id,
      id,
      editionId,
      agreementId,
      about,
      body: 'Comment comptez-vous une structure qui revient ?',
      askedBy,
      askedByName: 'Une lectrice',
      askedAt: now,
    }),
  )
  return id
}
