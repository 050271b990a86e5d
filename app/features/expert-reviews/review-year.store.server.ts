import { and, asc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { day, dayOf, startOfDay } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { expertReviews } from '#db/schema/expert-reviews.ts'
import type { TenantTx } from '#db/tenant.ts'
import { outcomes, sectors } from './expert-review.ts'
import type { YearReview } from './review-year.ts'

const t = expertReviews

/** The requests that left during a year of Paris, of one centre or of all, in the order in which they left. */
export async function reviewsOfYear(
  tx: TenantTx,
  operatorId: string,
  { year, centre }: { year: number; centre: string | null },
): Promise<YearReview[]> {
  const [from, to] = [firstInstant(year), firstInstant(year + 1)]
  const rows = await tx
    .select({
      id: t.id,
      number: accompaniments.number,
      centre: t.centre,
      sector: t.sector,
      outcome: t.outcome,
      dueOn: t.dueOn,
      sentAt: t.sentAt,
      openedAt: t.openedAt,
      answeredAt: t.answeredAt,
      revokedAt: t.revokedAt,
    })
    .from(t)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, t.operatorId), eq(accompaniments.id, t.accompanimentId)),
    )
    .where(
      and(
        eq(t.operatorId, operatorId),
        gte(t.sentAt, from),
        lt(t.sentAt, to),
        centre === null ? undefined : eq(t.centre, centre),
      ),
    )
    .orderBy(asc(t.sentAt), asc(t.id))
  return rows.flatMap(({ sector, outcome, ...row }) =>
    row.sentAt
      ? [
          {
            ...row,
            sector: sectors.find(known => known === sector) ?? 'other',
            outcome: outcomes.find(known => known === outcome) ?? null,
            sentOn: dayOf(row.sentAt),
            answeredOn: row.answeredAt ? dayOf(row.answeredAt) : null,
          },
        ]
      : [],
  )
}

function firstInstant(year: number): Date {
  const first = day(`${year}-01-01`)
  if (!first) throw new Error('a year without a first day')
  return startOfDay(first)
}

/** The centres that were ever asked, and the first year in which one was. */
export async function askedCentres(
  tx: TenantTx,
  operatorId: string,
): Promise<{ centres: string[]; firstYear: number | null }> {
  const rows = await tx
    .select({ centre: t.centre, first: sql<string>`min(${t.sentAt} at time zone 'Europe/Paris')::date::text` })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), isNotNull(t.sentAt)))
    .groupBy(t.centre)
    .orderBy(asc(t.centre))
  const first = rows.map(row => row.first).sort()[0]
  return { centres: rows.map(({ centre }) => centre), firstYear: first ? Number(first.slice(0, 4)) : null }
}
