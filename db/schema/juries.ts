import { foreignKey, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { owned, versioned } from './columns.ts'
import { users } from './users.ts'

/** What one juror gives a case on the grid of a step; what the jury decides together stands in the answers of the step. */
export const jurorScores = pgTable(
  'juror_scores',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    step: text().notNull(),
    writerId: uuid()
      .notNull()
      .references(() => users.id),
    /** A juror from outside, whose scores the writer keeps; empty for the writer's own. */
    juror: text().notNull().default(''),
    /** By the code of the question. */
    scores: jsonb().$type<Record<string, number>>().notNull(),
    comment: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    unique('juror_scores_identity').on(t.operatorId, t.accompanimentId, t.step, t.writerId, t.juror),
  ],
)
