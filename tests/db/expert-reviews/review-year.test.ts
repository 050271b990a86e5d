import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { answerReview } from '#app/features/expert-reviews/answer-review.command.server.ts'
import { openReview } from '#app/features/expert-reviews/open-review.command.server.ts'
import { listNames, reviewCounts } from '#app/features/expert-reviews/review-year.ts'
import { reviewYearDocument } from '#app/features/expert-reviews/review-year-document.server.ts'
import { reviewYearPage } from '#app/features/expert-reviews/review-year-page.query.server.ts'
import { revokeReview } from '#app/features/expert-reviews/revoke-review.command.server.ts'
import { takeReviewYear } from '#app/features/expert-reviews/take-review-year.command.server.ts'
import { expertReviews } from '#db/schema/expert-reviews.ts'
import { events } from '#db/schema/journal.ts'
import { at } from '#tests/harness/days.ts'
import { aReview, aSentReview, type reviewAsked } from '#tests/harness/expert-reviews.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

async function pageOf(actor: TestActor, search: Record<string, string> = {}) {
  const page = await actor.read(reviewYearPage, search)
  if (page.kind !== 'done') throw new Error(JSON.stringify(page))
  return page.value
}

/** Asked on the day of tests, and answered so many days later. */
async function answered(
  operator: TestOperator,
  { on, outcome = 'opinion', ...asked }: { on: string; outcome?: string } & Partial<typeof reviewAsked>,
) {
  const made = await aSentReview(operator, asked)
  const reader = operator.contact(made.token)
  await reader.must(openReview, {}, { clock: at(on) })
  await reader.must(answerReview, { outcome, opinion: 'Il tient.' }, { clock: at(on) })
  return made
}

/** Five requests of 2026 to two centres, one that never left, and one of the year before. */
async function aYear(operator: TestOperator) {
  const first = await answered(operator, { on: '2026-03-15' })
  await answered(operator, { on: '2026-03-22', sector: 'finance', centre: 'France Active' })
  await answered(operator, { on: '2026-03-16', outcome: 'unable' })
  const waiting = await aSentReview(operator)
  const revoked = await aSentReview(operator)
  await revoked.practitioner.must(revokeReview, { number: revoked.number, reviewId: revoked.reviewId })
  await aReview(operator)
  const old = await aSentReview(operator)
  await operator.inside(({ tx }) =>
    tx
      .update(expertReviews)
      // The last second of 2025 in Paris, which is still 2025 in UTC; the one after is 2026 there first.
      .set({ sentAt: new Date('2025-12-31T22:59:59Z') })
      .where(and(eq(expertReviews.operatorId, operator.id), eq(expertReviews.id, old.reviewId))),
  )
  return { ...first, waiting, old }
}

describe('the year of the resource centres', () => {
  test('counts what left that year, and each number leads to as many requests', async ({ operator, foreign }) => {
    const { practitioner } = await aYear(operator)
    await aSentReview(foreign)
    const { all, sectors, centres, years } = await pageOf(practitioner)
    expect(all.counts).toEqual({
      asked: 5,
      answered: 2,
      inTime: 2,
      declined: 1,
      unanswered: 0,
      waiting: 1,
      revoked: 1,
    })
    expect(all.medianDelay).toBe(6.5)
    expect(centres).toEqual(['France Active', 'Opale'])
    expect(years).toEqual([2026, 2025])
    for (const count of reviewCounts) {
      const liste = listNames[count]
      expect((await pageOf(practitioner, { liste })).list?.reviews, liste).toHaveLength(all.counts[count])
      for (const { sector, counts } of sectors)
        expect((await pageOf(practitioner, { liste, specialite: sector })).list?.reviews).toHaveLength(counts[count])
    }
    expect((await pageOf(practitioner, { annee: '2025' })).all.counts).toMatchObject({ asked: 1, unanswered: 0 })
    expect((await pageOf(practitioner, { centre: 'France Active' })).all).toMatchObject({
      counts: { asked: 1, answered: 1 },
      medianDelay: 10,
    })
  })

  test('holds the second after midnight in Paris, whatever the day in UTC', async ({ operator }) => {
    const { practitioner, old } = await aYear(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(expertReviews)
        .set({ sentAt: new Date('2025-12-31T23:00:00Z') })
        .where(eq(expertReviews.id, old.reviewId)),
    )
    expect((await pageOf(practitioner)).all.counts.asked).toBe(6)
    expect((await pageOf(practitioner, { annee: '2025' })).all.counts.asked).toBe(0)
  })

  test('is taken away as a document of numbers, which history notes', async ({ operator }) => {
    const { practitioner, number } = await aYear(operator)
    const taken = await practitioner.must(takeReviewYear, { annee: '2026', format: 'docx', centre: 'Opale' })
    expect(taken.content.all.counts.asked).toBe(4)
    const written = reviewYearDocument(taken.content, 'fr')
    expect(written).toMatchObject({ title: 'Secondes lectures de 2026', lede: 'Opale' })
    expect(JSON.stringify(written)).not.toContain(number)
    expect(JSON.stringify(written)).not.toContain('jeanne')
    for (const format of ['pdf', 'docx'] as const)
      expect((await documentFile(reviewYearDocument(taken.content, 'en'), format)).body.length).toBeGreaterThan(1000)
    const [noted] = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(events)
        .where(and(eq(events.operatorId, operator.id), eq(events.name, 'expert-review.year-taken'))),
    )
    expect(noted?.data).toEqual({ year: 2026, centre: 'Opale', format: 'docx' })
  })
})
