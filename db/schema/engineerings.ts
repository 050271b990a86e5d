import {
  bigint,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, hourColumn, owned, quantity, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

/** A prestataire: the firm. Its people are consultants. */
export const providers = pgTable(
  'providers',
  {
    ...owned(),
    name: text().notNull(),
    /** trimmed, case folded: what the import matches by */
    matchName: text().notNull(),
    email: text(),
    siret: text(),
    /** What it knows how to do, for whom and where, in words that a search finds. */
    skills: text(),
    sectors: text(),
    territories: text(),
    /** The day on which its sheet was last confirmed. */
    confirmedOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('providers_name').on(t.operatorId, t.matchName),
  ],
)

export type EngineeringKind = 'individual' | 'collective'
export type EngineeringState = 'draft' | 'signed' | 'delivered' | 'paid' | 'cancelled'

/** A consulting action bought outside, with its contract (convention tripartite). */
export const engineerings = pgTable(
  'engineerings',
  {
    ...owned(),
    kind: text().$type<EngineeringKind>().notNull(),
    title: text(),
    providerId: uuid(),
    state: text().$type<EngineeringState>().notNull().default('draft'),
    signedOn: dayColumn(),
    startsOn: dayColumn(),
    endsOn: dayColumn(),
    daysOrdered: quantity(),
    amountCents: bigint({ mode: 'number' }),
    /** The provider has handed over what the contract promises. */
    deliveredOn: dayColumn(),
    paidOn: dayColumn(),
    /** Why the contract was signed after its first session. */
    lateReason: text(),
    /** Why it was signed without a consultation of providers, nor the waiver of one. */
    unconsultedReason: text(),
    /** This operator's share of days and money when several operators buy together; 1 when alone. Twenty decimals: a third is one. */
    share: numeric({ precision: 24, scale: 20, mode: 'number' }).notNull().default(1),
    /** Its share of the money alone: what an amendment adds counts here until each partner has accepted its new part. */
    moneyShare: numeric({ precision: 24, scale: 20, mode: 'number' }).notNull().default(1),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.providerId], foreignColumns: [providers.operatorId, providers.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('engineerings_provider').on(t.operatorId, t.providerId),
  ],
)

export const engineeringMembers = pgTable(
  'engineering_members',
  { ...owned(), engineeringId: uuid().notNull(), accompanimentId: uuid().notNull() },
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
    uniqueIndex('engineering_members_pair').on(t.operatorId, t.engineeringId, t.accompanimentId),
    index('engineering_members_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

export type SessionKind =
  | 'kickoff'
  | 'individual'
  | 'collective'
  | 'interim'
  | 'individual_review'
  | 'restitution'
  | 'awareness'
export type SessionMode = 'on_site' | 'remote' | 'hybrid'
export type SessionStatus = 'planned' | 'held' | 'cancelled'

/** A working meeting of an engineering. */
export const sessions = pgTable(
  'sessions',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    heldOn: dayColumn(),
    /** When it begins and ends that day, on the clocks of Paris; both may be unknown. */
    beginsAt: hourColumn(),
    endsAt: hourColumn(),
    days: quantity(),
    kind: text().$type<SessionKind>(),
    mode: text().$type<SessionMode>(),
    status: text().$type<SessionStatus>().notNull(),
    place: text(),
    /** Expertise domains that it was about. */
    themes: text().array().notNull().default([]),
    /** Why it was held in spite of a warning: beyond the days ordered, or before the contract was signed. */
    overrunReason: text(),
    recordedBy: uuid().references(() => users.id),
    /** How many came, when more did than were named. */
    headCount: integer(),
    /** What sessions that were planned together share. */
    series: uuid(),
    /** Whose session it is, when that is known: one person is at one place at a time. */
    consultantId: uuid().references(() => users.id),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    index('sessions_engineering').on(t.operatorId, t.engineeringId, t.heldOn),
    index('sessions_consultant').on(t.operatorId, t.consultantId, t.heldOn),
  ],
)

export type SessionLineKind = 'agenda' | 'decision' | 'next_step' | 'blocker'

/** What a session says, one line each; the blockers of the last one held are those of its cases. */
export const sessionLines = pgTable(
  'session_lines',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    sessionId: uuid().notNull(),
    kind: text().$type<SessionLineKind>().notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    /** Of a next step: who does it, and until when. */
    owner: text(),
    dueOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.sessionId], foreignColumns: [sessions.operatorId, sessions.id] }),
    index('session_lines_session').on(t.operatorId, t.sessionId),
  ],
)

export type AttendanceStatus = 'present' | 'remote' | 'excused' | 'absent'

export type AttendeeRole = 'leader' | 'governance' | 'employee' | 'volunteer' | 'third'

export const attendances = pgTable(
  'attendances',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    sessionId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    /** One line per person of a case, in the order in which they were noted. */
    position: integer().notNull().default(0),
    personName: text(),
    role: text().$type<AttendeeRole>(),
    status: text().$type<AttendanceStatus>().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.sessionId], foreignColumns: [sessions.operatorId, sessions.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('attendances_session').on(t.operatorId, t.sessionId),
  ],
)
