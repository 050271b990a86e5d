import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { agreements, editions } from './agreements.ts'
import { instant, owned, versioned } from './columns.ts'

/** What a funder asks about one figure or one quotation of a published edition, and what the operator answers. */
export const editionQuestions = pgTable(
  'edition_questions',
  {
    ...owned(),
    editionId: uuid().notNull(),
    /** That of the edition: who pays for it reads its questions. */
    agreementId: uuid().notNull(),
    /** The code of a figure, or `citation-2` for the second quotation. */
    about: text().notNull(),
    body: text().notNull(),
    askedBy: uuid().notNull(),
    /** Names as they were that day. */
    askedByName: text().notNull(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredByName: text(),
    answeredAt: instant(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.editionId], foreignColumns: [editions.operatorId, editions.id] }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    index('edition_questions_edition').on(t.operatorId, t.editionId),
    index('edition_questions_agreement').on(t.operatorId, t.agreementId),
    check('edition_questions_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
)
