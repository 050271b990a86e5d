import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { owned } from './columns.ts'
import { operators } from './operators.ts'

/** An operator's copy of a programme; each version stays, since open cases keep theirs. */
export const programmes = pgTable(
  'programmes',
  {
    ...owned(),
    code: text().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    definition: jsonb().$type<unknown>().notNull(),
    /** The shipped definition that this version took, whole; null for one that was only edited, or never shipped. */
    shipped: jsonb().$type<unknown>(),
    /** New cases take it. */
    current: boolean().notNull().default(true),
    /** Of a version that is being written; one that cases took is never written again. */
    revision: integer().notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('programmes_version').on(t.operatorId, t.code, t.version),
  ],
)
