import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { instant, owned } from './columns.ts'
import { users } from './users.ts'

/** A document that was attached to a case. The row is written once its bytes are safe; they are kept under its id. */
export const files = pgTable(
  'files',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    /** What it sheds light on: a domain of the diagnostic, by `diagnostic.strategic`; null for the case as a whole. */
    about: text(),
    name: text().notNull(),
    /** What its bytes say that it is. */
    kind: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    addedBy: uuid()
      .notNull()
      .references(() => users.id),
    addedAt: instant().notNull(),
    /** From then on nobody is shown it; its bytes go some weeks later. */
    removedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('files_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)
