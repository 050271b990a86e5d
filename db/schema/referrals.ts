import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, instant, owned, versioned } from './columns.ts'
import { users } from './users.ts'

export type ReferralAnswer = 'accepted' | 'refused'

/** What a partner's link tells of the case, as it stood when the partner was written to. */
export type ReferralBrief = {
  organisation: string
  /** Who follows the case; null when nobody does. */
  practitioner: string | null
}

export const referrals = pgTable(
  'referrals',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    sentTo: text().notNull(),
    sentOn: dayColumn(),
    /** By when an answer is hoped for. */
    expectedOn: dayColumn(),
    reason: text(),
    /** Who is written to there, until she is forgotten. */
    partnerName: text(),
    partnerEmail: text(),
    /** The day on which it was asked for its answer: it is reminded from then on. */
    partnerAskedOn: dayColumn(),
    brief: jsonb().$type<ReferralBrief>(),
    answer: text().$type<ReferralAnswer>(),
    answeredOn: dayColumn(),
    /** What the partner adds to its answer, or why it refuses. */
    word: text(),
    /** When the partner said it itself, by its link. */
    saidAt: instant(),
    /** Who wrote the answer down for it. */
    notedBy: uuid().references(() => users.id),
    /** What it gave, once known. */
    outcome: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('referrals_accompaniment').on(t.operatorId, t.accompanimentId),
    // An answer has one author.
    check('referrals_said_once', sql`${t.saidAt} is null or (${t.answer} is not null and ${t.notedBy} is null)`),
  ],
)
