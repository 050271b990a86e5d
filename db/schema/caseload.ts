import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { owned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

/** Filters of the caseload that a member keeps under a name: for herself, or for the team. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    ...owned(),
    name: text().notNull(),
    /** Of the caseload's address, in its one writing. */
    search: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** The only person who may read it; null when the whole team may. */
    readerId: uuid().references(() => users.id),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('saved_filters_name').on(t.operatorId, t.authorId, t.name),
  ],
)
