import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned } from './columns.ts'
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

/** A passation: the cases of one member given to another in one act, which may be taken back for some days. */
export const handovers = pgTable(
  'handovers',
  {
    ...owned(),
    fromUserId: uuid()
      .notNull()
      .references(() => users.id),
    toUserId: uuid()
      .notNull()
      .references(() => users.id),
    givenOn: dayColumn().notNull(),
    givenById: uuid()
      .notNull()
      .references(() => users.id),
    undoneOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('handovers_given').on(t.operatorId, t.givenOn),
  ],
)

/** One case of a passation: what is said of it, and what moved with it, so that it may go back. */
export const handoverCases = pgTable(
  'handover_cases',
  {
    ...owned(),
    handoverId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    brief: text(),
    /** Plan actions that bore the name of who gave. */
    actionIds: uuid().array().notNull(),
    /** Reminders that she had been given and had not read. */
    noticeIds: uuid().array().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.handoverId], foreignColumns: [handovers.operatorId, handovers.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('handover_cases_pair').on(t.operatorId, t.handoverId, t.accompanimentId),
    index('handover_cases_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)
