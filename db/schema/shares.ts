import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { agreements } from './agreements.ts'
import { dayColumn, owned, quantity, versioned } from './columns.ts'
import { type EngineeringKind, engineerings, type SessionKind } from './engineerings.ts'
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
    /** Which key is asked: an answer to an earlier one says nothing of this one. */
    ask: integer().notNull().default(1),
    /** The version of the partner’s row that its last answer comes from; an older one arriving later changes nothing. */
    answeredVersion: integer().notNull().default(0),
    /** The part that was accepted, and the amount of the whole it was a part of: an amendment asks again and leaves them. */
    acceptedQuarters: integer(),
    acceptedCents: bigint({ mode: 'number' }),
    acceptedWholeCents: bigint({ mode: 'number' }),
    /** On the lead’s own line: how often the partners were written to, and a hash of what they were told last. */
    sent: integer().notNull().default(0),
    sentHash: text(),
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
    /** The key, and which one it is; a weight of 0 is a part that was taken back. */
    weight: integer().notNull().default(1),
    total: integer().notNull().default(1),
    ask: integer().notNull().default(1),
    /** The lead has noted the acceptance and counts the part no more: it counts here. */
    counted: boolean().notNull().default(false),
    /** Which of the lead’s writings this is: an older one arriving later changes nothing. */
    sent: integer().notNull().default(0),
    /** What figures count, of the whole engineering. */
    kind: text().$type<EngineeringKind>().notNull().default('collective'),
    providerName: text(),
    /** As a provider’s own sheet is matched by. */
    providerMatch: text(),
    signedOn: dayColumn(),
    paidOn: dayColumn(),
    wholeCents: bigint({ mode: 'number' }),
    /** The part that was accepted, as the lead has noted it, and the whole that figures multiply by the key meanwhile. */
    acceptedQuarters: integer(),
    acceptedCents: bigint({ mode: 'number' }),
    countedCents: bigint({ mode: 'number' }),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('shares_key').on(t.operatorId, t.shareKey),
  ],
)

/** With each other operator: the sessions held of what it takes part in, as figures count them. */
export const sharedSessions = pgTable(
  'shared_sessions',
  {
    ...owned(),
    shareId: uuid().notNull(),
    heldOn: dayColumn(),
    days: quantity(),
    kind: text().$type<SessionKind>(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.shareId], foreignColumns: [shares.operatorId, shares.id] }),
    index('shared_sessions_share').on(t.operatorId, t.shareId),
  ],
)

/** With each other operator: its own cases that take part. */
export const shareMembers = pgTable(
  'share_members',
  { ...owned(), shareId: uuid().notNull(), accompanimentId: uuid().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.shareId], foreignColumns: [shares.operatorId, shares.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('share_members_pair').on(t.operatorId, t.shareId, t.accompanimentId),
  ],
)
