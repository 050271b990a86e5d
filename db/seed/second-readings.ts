import { and, asc, eq, exists } from 'drizzle-orm'
import { sha256 } from '#app/access/sha256.server.ts'
import { answerReview } from '#app/features/expert-reviews/answer-review.command.server.ts'
import { reviewAnswered } from '#app/features/expert-reviews/expert-reviews.jobs.ts'
import { reviewOfCase } from '#app/features/expert-reviews/expert-reviews.store.server.ts'
import { finishCopy } from '#app/features/expert-reviews/finish-copy.command.server.ts'
import { openReview } from '#app/features/expert-reviews/open-review.command.server.ts'
import { prepareReview } from '#app/features/expert-reviews/prepare-review.command.server.ts'
import { tellReview } from '#app/features/expert-reviews/tell-review.effect.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { links } from '#db/schema/operators.ts'
import { lettersLeave } from './letters.ts'
import { type Stage, workingDay } from './stage.ts'

const opinion =
  'La billetterie ne portera pas seule les charges fixes. Nous regarderions d’abord la mutualisation des fonctions support avec deux voisines, puis un plan de trésorerie à dix-huit mois.'

/** Two second readings asked of resource centres: one is answered, the other is waited for. */
export async function tellReviews(stage: Stage, lead: string) {
  const on = workingDay(addDays(stage.today, -9), stage.today)
  const door = stage.as(lead)
  const cases = await stage.inside(on, ({ tx, operator }) =>
    tx
      .select({ number: accompaniments.number })
      .from(accompaniments)
      .where(
        and(
          eq(accompaniments.operatorId, operator.id),
          eq(accompaniments.practitionerId, lead),
          eq(accompaniments.state, 'in_progress'),
          exists(
            tx
              .select({ id: diagnostics.id })
              .from(diagnostics)
              .where(and(eq(diagnostics.operatorId, operator.id), eq(diagnostics.accompanimentId, accompaniments.id))),
          ),
        ),
      )
      .orderBy(asc(accompaniments.number))
      .limit(2),
  )
  const asked = [
    { sector: 'culture', centre: 'Opale', personName: 'Jeanne Roux', email: 'jeanne.roux@centre-culture.example' },
    {
      sector: 'finance',
      centre: 'France Active',
      personName: 'Marc Petit',
      email: 'marc.petit@centre-finance.example',
    },
  ]
  const question = 'Le modèle économique tient-il sur trois ans, et par où commencer ?'
  const parts = ['figures', 'situation', 'findings', 'needs']
  for (const [rank, { number }] of cases.entries()) {
    const request = { number, ...asked[rank], question, parts, dueOn: addDays(stage.today, 20) }
    const { reviewId } = await stage.must(prepareReview, door, on, request)
    const review = await stage.inside(on, ({ tx, operator }) => reviewOfCase(tx, operator.id, { number, reviewId }))
    const copy = { version: 1, question, ...review?.copy.texts, intent: 'send' }
    await stage.must(finishCopy, door, on, { number, reviewId, ...copy })
    await lettersLeave(stage, ['expert-review.request'], on)
    if (rank === 0) await answered(stage, reviewId)
  }
}

async function answered(stage: Stage, reviewId: string) {
  const on = workingDay(addDays(stage.today, -2), stage.today)
  const tokenHash = sha256(newToken())
  const expiresOn = addDays(stage.today, 20)
  await stage.inside(on, ({ tx, operator }) =>
    tx.insert(links).values({
      operatorId: operator.id,
      id: newId(),
      tokenHash,
      purpose: 'expert_review',
      subjectId: reviewId,
      accompanimentId: null,
      expiresOn,
    }),
  )
  const centre = { kind: 'link', tokenHash } as const
  await stage.must(openReview, centre, on, {})
  const specialities = 'Contrôle de gestion associatif, mutualisation'
  const { accompanimentId } = await stage.must(answerReview, centre, on, { outcome: 'opinion', opinion, specialities })
  await stage.works(reviewAnswered, tellReview, { accompanimentId, reviewId }, on)
}
