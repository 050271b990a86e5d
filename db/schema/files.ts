import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { instant, keptFile, owned } from './columns.ts'
import { engineerings, sessions } from './engineerings.ts'
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

/** A document or a photo that came with a session. Its bytes are kept under its id. */
export const sessionFiles = pgTable(
  'session_files',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    sessionId: uuid().notNull(),
    ...keptFile(),
    /** What is seen or read there, in her words. */
    caption: text(),
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
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.sessionId], foreignColumns: [sessions.operatorId, sessions.id] }),
    index('session_files_session').on(t.operatorId, t.sessionId),
  ],
)
