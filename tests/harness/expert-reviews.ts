import { finishCopy } from '#app/features/expert-reviews/finish-copy.command.server.ts'
import { prepareReview } from '#app/features/expert-reviews/prepare-review.command.server.ts'
import { caseIn } from './cases.ts'
import { aLink } from './factories/link.ts'
import type { TestOperator } from './operator.ts'

export const reviewAsked = {
  centre: 'Opale',
  sector: 'culture',
  personName: 'Jeanne Roux',
  email: 'jeanne@opale.example',
  question: 'Le modèle tient-il ?',
  dueOn: '2026-04-02',
  parts: ['situation', 'findings', 'needs', 'figures'],
}

/** The copy as its form shows it, of a diagnostic that is written by `writeDiagnostic`. */
export const asWritten = {
  version: 1,
  question: 'Le modèle tient-il ?',
  conclusions: 'Consolider le modèle économique.',
  needs: '– Consolider le modèle économique\n– Partager la décision avec le CA',
}

/** A second reading of a case whose diagnostic is validated, ready to be read over by the practitioner. */
export async function aReview(operator: TestOperator, asked: Partial<typeof reviewAsked> = {}) {
  const opened = await caseIn(operator, 'diagnostic_validated')
  const { number, practitioner } = opened
  const { reviewId } = await practitioner.must(prepareReview, { number, ...reviewAsked, ...asked })
  return { ...opened, reviewId }
}

/** The same, sent, with the secret of its link. */
export async function aSentReview(operator: TestOperator, asked: Partial<typeof reviewAsked> = {}) {
  const made = await aReview(operator, asked)
  const { number, reviewId, practitioner } = made
  await practitioner.must(finishCopy, { number, reviewId, ...asWritten, intent: 'send' })
  const expiresOn = asked.dueOn ?? reviewAsked.dueOn
  const token = await aLink(operator, {
    purpose: 'expert_review',
    subjectId: reviewId,
    accompanimentId: null,
    expiresOn,
  })
  return { ...made, token }
}
