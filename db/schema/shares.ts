import { bigint, foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { agreements } from './agreements.ts'
import { dayColumn, owned, versioned } from './columns.ts'
import { engineerings } from './engineerings.ts'
import { operators } from './operators.ts'

export type ShareState = 'proposed' | 'accepted' | 'declined'

/** With the lead operator: who carries which part of an engineering, itself among them. Parts follow the weights. */
export const operatorParts = pgTable(
  'operator_parts',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    partnerId: uuid()
      .notNull()
      .references(() => operators.id),
    weight: integer().notNull(),
    /** Public: what the partner’s own row is known by on both sides. */
    shareKey: uuid().notNull(),
    state: text().$type<ShareState>().notNull().default('proposed'),
    answeredOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('operator_parts_pair').on(t.operatorId, t.engineeringId, t.partnerId),
  ],
)

/** With the lead operator: which agreement pays which part. */
export const funderParts = pgTable(
  'funder_parts',
  { ...owned(), engineeringId: uuid().notNull(), agreementId: uuid().notNull(), weight: integer().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    uniqueIndex('funder_parts_pair').on(t.operatorId, t.engineeringId, t.agreementId),
  ],
)

/** With each other operator: its own row of an engineering that somebody else leads, written through the outbox. */
export const shares = pgTable(
  'shares',
  {
    ...owned(),
    shareKey: uuid().notNull(),
    leadId: uuid()
      .notNull()
      .references(() => operators.id),
    title: text(),
    startsOn: dayColumn(),
    endsOn: dayColumn(),
    quarters: integer(),
    amountCents: bigint({ mode: 'number' }),
    /** Members that have one: an organisation is matched by its SIREN, or not at all. */
    sirens: text().array().notNull().default([]),
    state: text().$type<ShareState>().notNull().default('proposed'),
    answeredOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('shares_key').on(t.operatorId, t.shareKey),
  ],
)
