import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments, diagnostics } from './accompaniments.ts'
import { instant, owned, versioned } from './columns.ts'
import { people } from './organisations.ts'
import { users } from './users.ts'

/** What the team says among itself of one line of a diagnostic: the organisation never reads it. */
export const diagnosticComments = pgTable(
  'diagnostic_comments',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    /** `situation.strategic`, `strengths`, `need.` and its id. */
    line: text().notNull(),
    body: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    writtenAt: instant().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('diagnostic_comments_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

/** A line that the organisation does not recognise itself in, in its own words, and what the practitioner answers. */
export const diagnosticContests = pgTable(
  'diagnostic_contests',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    diagnosticId: uuid().notNull(),
    line: text().notNull(),
    /** The line as it was read that day: it may be written anew since. */
    lineThen: text().notNull(),
    body: text().notNull(),
    personId: uuid(),
    /** As she named herself. */
    contestedBy: text().notNull(),
    contestedAt: instant().notNull(),
    answer: text(),
    answeredByName: text(),
    answeredAt: instant(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({ columns: [t.operatorId, t.diagnosticId], foreignColumns: [diagnostics.operatorId, diagnostics.id] }),
    foreignKey({ columns: [t.operatorId, t.personId], foreignColumns: [people.operatorId, people.id] }),
    index('diagnostic_contests_accompaniment').on(t.operatorId, t.accompanimentId),
    index('diagnostic_contests_diagnostic').on(t.operatorId, t.diagnosticId),
    check('diagnostic_contests_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
)
