import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, owned, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

/** What somebody has typed in a form and not saved yet. Hers alone: sealed, and read by nobody else. */
export const drafts = pgTable(
  'drafts',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** The address of the page, without what does not tell one form from another. */
    place: text().notNull(),
    form: text().notNull(),
    /** The fields by name, as JSON, under a key that is her own. */
    sealed: text().notNull(),
    /** The page that wrote it, so that its own last words are not taken for another's. */
    tab: text().notNull(),
    savedAt: instant().notNull(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('drafts_form').on(t.operatorId, t.userId, t.place, t.form),
    index('drafts_saved').on(t.operatorId, t.savedAt),
  ],
)
