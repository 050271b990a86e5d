import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import { users } from './users.ts'

/** A structure porteuse: the tenant. */
export const operators = pgTable(
  'operators',
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    department: text(),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    demonstration: boolean().notNull().default(false),
    /** Days by which the demonstration's clock was advanced; 0 elsewhere. */
    clockOffsetDays: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  t => [uniqueIndex('operators_slug').on(t.slug)],
)

/** Who reaches what: one row, one reach, with its dates. Absence of a row is absence of reach. */
export const grants = pgTable(
  'grants',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().$type<GrantKind>().notNull(),
    /** The engineering of a consultant, the agreement of a funder, null for members and networks. */
    subjectId: uuid(),
    fromOn: dayColumn().notNull(),
    toOn: dayColumn(),
    revokedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('grants_user').on(t.userId, t.operatorId),
    index('grants_operator').on(t.operatorId, t.kind),
    // Absence of a subject is not "all of them" (reliability ISO-05, ISO-06).
    check('grants_subject', sql`(${t.kind} in ('consultant', 'funder')) = (${t.subjectId} is not null)`),
  ],
)
export type GrantKind = 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network'

/** While a practitioner is away, what is meant for her goes to her delegate. */
export const absences = pgTable(
  'absences',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    delegateId: uuid()
      .notNull()
      .references(() => users.id),
    fromOn: dayColumn().notNull(),
    toOn: dayColumn().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    index('absences_user').on(t.operatorId, t.userId),
  ],
)

/** A personal link: 256 random bits, only their hash is kept. Opening it changes nothing. */
export const links = pgTable(
  'links',
  {
    ...owned(),
    tokenHash: text().notNull(),
    purpose: text().$type<LinkPurpose>().notNull(),
    /** The diagnostic to validate, the wave to answer, the line of a sheet to sign, the request to go on with, the seat in a committee, the second reading, the digest. */
    subjectId: uuid().notNull(),
    /** Null for what comes before any case: a request. */
    accompanimentId: uuid(),
    personId: uuid(),
    expiresOn: dayColumn().notNull(),
    revokedAt: instant(),
    lastOpenedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('links_token').on(t.tokenHash),
    index('links_subject').on(t.operatorId, t.subjectId),
  ],
)
export type LinkPurpose =
  | 'diagnostic_validation'
  | 'follow_up'
  | 'attendance'
  | 'request'
  | 'committee'
  | 'reference'
  | 'consultation'
  | 'expert_review'
  | 'impact'
  | 'digest'
  | 'referral'

/** What an imported row became, so that the same folder read twice changes nothing. */
export const importRefs = pgTable(
  'import_refs',
  {
    ...owned(),
    file: text().notNull(),
    /** `ref`, or for files without one the hash of (parent, cells) and its rank among equals. */
    ref: text().notNull(),
    subjectId: uuid().notNull(),
    contentHash: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('import_refs_identity').on(t.operatorId, t.file, t.ref),
  ],
)
