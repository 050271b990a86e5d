import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, instant, owned, versioned } from './columns.ts'

/** A second reading asked of a resource centre: what it reads is the copy that is kept here, and nothing of the case. */
export const expertReviews = pgTable(
  'expert_reviews',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    centre: text().notNull(),
    sector: text().notNull(),
    personName: text().notNull(),
    email: text().notNull(),
    question: text().notNull(),
    /** Which parts of the case the practitioner chose to share. */
    parts: text().array().notNull(),
    copy: jsonb().$type<unknown>().notNull(),
    /** After that day the link opens on nothing. */
    dueOn: dayColumn().notNull(),
    sentAt: instant(),
    openedAt: instant(),
    answeredAt: instant(),
    revokedAt: instant(),
    outcome: text(),
    opinion: text(),
    /** Of the providers that it would look for. */
    specialities: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('expert_reviews_accompaniment').on(t.operatorId, t.accompanimentId),
    // Nothing is answered that was not sent.
    check('expert_reviews_answered', sql`${t.answeredAt} is null or ${t.sentAt} is not null`),
  ],
)
