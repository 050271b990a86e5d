import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { caseToCopy, namesInCase } from './case-to-copy.store.server.ts'
import { dueDay, minimised } from './expert-review.ts'
import { prepareReviewInput } from './expert-review-input.ts'
import { insertReview } from './expert-reviews.store.server.ts'
import { redacted } from './redaction.ts'

/** Makes the copy that a resource centre would read. Nothing leaves: the practitioner reads it first. */
export const prepareReview = defineCommand({
  name: 'expert-review.prepare',
  input: prepareReviewInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { number, question, parts, ...asked }, known) => {
    const due = dueDay(asked.dueOn, today)
    if (!due.ok) return due
    const names = await namesInCase(tx, operator.id, known)
    const reviewId = await insertReview(tx, operator.id, {
      accompanimentId: known.row.id,
      ...asked,
      parts,
      question: redacted(question, names),
      copy: minimised(await caseToCopy(tx, operator.id, known), parts, names),
    })
    await record({
      name: 'expert-review.prepared',
      subjectKind: 'expert_review',
      subjectId: reviewId,
      accompanimentId: known.row.id,
      data: { centre: asked.centre, parts },
    })
    return ok({ number, reviewId })
  },
})
