import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned, versioned } from './columns.ts'

export const referrals = pgTable(
  'referrals',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    sentTo: text().notNull(),
    sentOn: dayColumn(),
    /** By when an answer is hoped for. */
    expectedOn: dayColumn(),
    answer: text().$type<'accepted' | 'refused'>(),
    answeredOn: dayColumn(),
    reason: text(),
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
  ],
)
