import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments, type Opinion } from './accompaniments.ts'
import { dayColumn, instant, owned, versioned } from './columns.ts'
import { operators } from './operators.ts'

/** A meeting of the support committee: it advises, it does not decide. */
export const committees = pgTable(
  'committees',
  {
    ...owned(),
    heldOn: dayColumn().notNull(),
    place: text(),
    /** Its members reach the agenda from one day to the other, and no longer. */
    opensOn: dayColumn().notNull(),
    closesOn: dayColumn().notNull(),
    sentAt: instant(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('committees_held').on(t.operatorId, t.heldOn),
    check('committees_days', sql`${t.opensOn} <= ${t.closesOn}`),
  ],
)

/** A case on an agenda: what is written here is all that the committee reads of it. */
export const committeeItems = pgTable(
  'committee_items',
  {
    ...owned(),
    committeeId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    title: text().notNull(),
    presentation: text().notNull(),
    questions: text(),
    /** What the committee should weigh before it advises. */
    warnings: text(),
    opinion: text().$type<Opinion>(),
    reason: text(),
    /** Days of engineering that the committee advises, by quarters. */
    advisedQuarters: integer(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.committeeId], foreignColumns: [committees.operatorId, committees.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('committee_items_case').on(t.operatorId, t.committeeId, t.accompanimentId),
    index('committee_items_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

/** Who sits in a committee; comes by a personal link, without an account. */
export const committeeMembers = pgTable(
  'committee_members',
  {
    ...owned(),
    committeeId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    function: text(),
    sentAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.committeeId], foreignColumns: [committees.operatorId, committees.id] }),
    index('committee_members_committee').on(t.operatorId, t.committeeId),
  ],
)

/** What one member thinks of one case; the committee's opinion is written by the practitioner. */
export const committeeAdvice = pgTable(
  'committee_advice',
  {
    ...owned(),
    itemId: uuid().notNull(),
    memberId: uuid().notNull(),
    opinion: text().$type<Opinion>().notNull(),
    body: text(),
    givenAt: instant().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.itemId], foreignColumns: [committeeItems.operatorId, committeeItems.id] }),
    foreignKey({
      columns: [t.operatorId, t.memberId],
      foreignColumns: [committeeMembers.operatorId, committeeMembers.id],
    }),
    uniqueIndex('committee_advice_one').on(t.operatorId, t.itemId, t.memberId),
    index('committee_advice_member').on(t.operatorId, t.memberId),
  ],
)
