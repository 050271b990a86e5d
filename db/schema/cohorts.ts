import { boolean, foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned, versioned } from './columns.ts'
import { engineerings } from './engineerings.ts'

export type Grouping = 'territorial' | 'network' | 'sector' | 'thematic'

/** What a collective engineering is as a group; its contract, members and sessions are the engineering's. */
export const cohorts = pgTable(
  'cohorts',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    grouping: text().$type<Grouping>(),
    /** The group that a thematic one completes. */
    complementsId: uuid(),
    /** Fewer members than this, and the group does not open. */
    minimum: integer().notNull().default(4),
    closedOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.complementsId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('cohorts_engineering').on(t.operatorId, t.engineeringId),
  ],
)

const ofMember = () => ({ ...owned(), engineeringId: uuid().notNull(), accompanimentId: uuid().notNull() })
/** Who comes for a member, and what it committed to. */
export const enrolments = pgTable(
  'enrolments',
  {
    ...ofMember(),
    leader: text(),
    governance: text(),
    charterSignedOn: dayColumn(),
    /** Quarter-days that its leader gave, as she counts them. */
    leaderQuarters: integer(),
    withdrawnOn: dayColumn(),
    withdrawalReason: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('enrolments_pair').on(t.operatorId, t.engineeringId, t.accompanimentId),
  ],
)

/** Work of a member between two sessions of the group; 0 is before the first one. */
export const intersessionWorks = pgTable(
  'intersession_works',
  {
    ...ofMember(),
    phase: integer().notNull(),
    title: text().notNull(),
    dueOn: dayColumn(),
    doneOn: dayColumn(),
    withGovernance: boolean().notNull().default(false),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
  ],
)

/** Bilan individuel: one per member, with a third person if possible. */
export const individualReviews = pgTable(
  'individual_reviews',
  {
    ...ofMember(),
    heldOn: dayColumn().notNull(),
    conclusions: text().notNull(),
    feedback: text(),
    thirdPerson: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('individual_reviews_pair').on(t.operatorId, t.engineeringId, t.accompanimentId),
  ],
)

/** Why a limit that the method advises is passed. */
export const limitReasons = pgTable(
  'limit_reasons',
  { ...owned(), engineeringId: uuid().notNull(), limitCode: text().notNull(), reason: text().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('limit_reasons_one').on(t.operatorId, t.engineeringId, t.limitCode),
  ],
)
