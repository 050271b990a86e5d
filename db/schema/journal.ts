import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dayColumn, instant, owned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

/** History: what happened, in the words of the trade, with its values. For those who may read the field. */
export const events = pgTable(
  'events',
  {
    ...owned(),
    name: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    accompanimentId: uuid(),
    actorKind: text().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    happenedOn: dayColumn().notNull(),
    at: instant().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('events_accompaniment').on(t.operatorId, t.accompanimentId, t.at),
    index('events_subject').on(t.operatorId, t.subjectId, t.at),
  ],
)

/** The tamper-evident chain: keyed hashes only, so that erasing a person stays possible. Append-only. */
export const auditLines = pgTable(
  'audit_lines',
  {
    ...owned(),
    seq: bigint({ mode: 'number' }).notNull(),
    command: text().notNull(),
    actorHash: text().notNull(),
    subjectHash: text().notNull(),
    contentHash: text().notNull(),
    at: instant().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('audit_lines_seq').on(t.operatorId, t.seq),
  ],
)

/** The answer given to a form, so that the same form sent twice is done once (reliability P10). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    ...owned(),
    key: text().notNull(),
    command: text().notNull(),
    actorId: text().notNull(),
    inputHash: text().notNull(),
    answer: jsonb().$type<unknown>(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('idempotency_keys_key').on(t.operatorId, t.command, t.actorId, t.key),
  ],
)

/** What must be done once the business row is committed; the relay hands it to the queue. */
export const outbox = pgTable(
  'outbox',
  {
    ...owned(),
    job: text().notNull(),
    /** Ids only. */
    payload: jsonb().$type<Record<string, string>>().notNull(),
    dedupKey: text().notNull(),
    availableAt: instant().notNull(),
    /** When it was last handed to the queue; handed over again if it is not settled some time later. */
    relayedAt: instant(),
    /** How many times a worker has begun it; counted before it runs, so that a job that kills its worker is counted too. */
    attempts: integer().notNull().default(0),
    /** Done, or given up and shown among the failed jobs. */
    settledAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('outbox_dedup').on(t.operatorId, t.job, t.dedupKey),
    index('outbox_waiting').on(t.availableAt).where(sql`settled_at is null`),
  ],
)

export type SendState = 'planned' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'cancelled'

/** The send ledger: the only truth about a message. A row reaches `sent` once, or is shown as uncertain. */
export const sends = pgTable(
  'sends',
  {
    ...owned(),
    /** What makes this message itself: two rows with one key cannot exist. */
    sendKey: text().notNull(),
    message: text().notNull(),
    /** Ids from which the message is rendered at send time. */
    payload: jsonb().$type<Record<string, string>>().notNull(),
    accompanimentId: uuid(),
    recipient: text().notNull(),
    recipientUserId: uuid(),
    locale: text().notNull().default('fr'),
    urgent: boolean().notNull().default(false),
    state: text().$type<SendState>().notNull().default('planned'),
    dueAt: instant().notNull(),
    /** Also the claim's number: a worker that lost its lease finds another number, and may not go on. */
    attempts: integer().notNull().default(0),
    /** Attempts end there; a person who asks for another sending moves it. */
    attemptLimit: integer().notNull().default(10),
    /** By the clock of PostgreSQL, never the operator's: leases are real time. */
    leaseUntil: instant(),
    /** Set just before the end of DATA: without it the server has not taken the message, and it may leave again. */
    dataStartedAt: instant(),
    messageId: text(),
    subject: text(),
    /** The text that left, without its personal links. */
    rendered: text(),
    /** A paragraph that somebody of the team added to what the message says. */
    addition: text(),
    sentAt: instant(),
    failure: text(),
    /** Its address was refused for good: nothing else is tried there before something has arrived, or somebody asks. */
    bounced: boolean().notNull().default(false),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('sends_key').on(t.operatorId, t.sendKey),
    index('sends_due').on(t.dueAt).where(sql`state in ('planned', 'sending')`),
    index('sends_state').on(t.operatorId, t.state, t.dueAt),
    index('sends_accompaniment').on(t.operatorId, t.accompanimentId),
    index('sends_bounced').on(t.operatorId, t.recipient).where(sql`bounced`),
  ],
)

/** How many messages that nobody waits for an operator has begun to send on a day, against its usual day. */
export const sendDays = pgTable(
  'send_days',
  {
    ...owned(),
    day: dayColumn().notNull(),
    begun: integer().notNull().default(0),
    /** Mean of the days before on which some left; null when there were none. */
    usual: integer(),
    /** Beyond this number they wait for a person. */
    allowed: integer().notNull(),
    stoppedAt: instant(),
    releasedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('send_days_day').on(t.operatorId, t.day),
  ],
)

/** In-product notifications. */
export const notifications = pgTable(
  'notifications',
  {
    ...owned(),
    userId: uuid().notNull(),
    kind: text().notNull(),
    accompanimentId: uuid(),
    data: jsonb().$type<Record<string, string>>().notNull().default({}),
    address: text().notNull(),
    at: instant().notNull(),
    readAt: instant(),
    /** When a digest carried it. */
    digestedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('notifications_user').on(t.operatorId, t.userId, t.readAt),
  ],
)

/** When a member wants her digest; what she did not choose is what is usual for her role. */
export const digests = pgTable(
  'digests',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    rhythm: text().$type<'daily' | 'weekly' | 'never'>(),
    /** Monday is 1. */
    weekday: integer(),
    hour: integer(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('digests_user').on(t.operatorId, t.userId),
  ],
)

/** The demonstration's mailbox: what SMTP would have carried. */
export const mailbox = pgTable(
  'mailbox',
  {
    ...owned(),
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    messageId: text().notNull(),
    at: instant().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('mailbox_message').on(t.operatorId, t.messageId),
    index('mailbox_at').on(t.operatorId, t.at),
  ],
)

/** Jobs that could not be done, with their reason, until a person replays or drops them. */
export const failedJobs = pgTable(
  'failed_jobs',
  {
    ...owned(),
    job: text().notNull(),
    payload: jsonb().$type<Record<string, string>>().notNull(),
    reason: text().notNull(),
    attempts: integer().notNull(),
    at: instant().notNull(),
    settledAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('failed_jobs_open').on(t.operatorId, t.settledAt),
  ],
)
