import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A person who can sign in. Belongs to no operator: grants say what she reaches. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    locale: text().notNull().default('fr'),
    twoFactorEnabled: boolean().notNull().default(false),
    deactivatedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  t => [uniqueIndex('users_email').on(t.email)],
)

/** The server side of a sign-in cookie; deleting the row ends it. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the token that the cookie carries. */
    token: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    /** When a second factor was given; without it, an account that has one is not yet signed in. */
    secondFactorAt: instant(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  t => [uniqueIndex('sign_ins_token').on(t.token), index('sign_ins_user').on(t.userId)],
)

/** A way to prove who one is: a password hash, or an identity provider's subject. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  t => [index('credentials_user').on(t.userId)],
)

/** One-time codes and tokens, hashed. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  t => [index('verifications_identifier').on(t.identifier)],
)

export const twoFactors = pgTable(
  'two_factors',
  {
    id: uuid().primaryKey(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: instant(),
    /** The last accepted thirty-second step: the same code cannot be used twice (RFC 6238 §5.2). */
    lastUsedStep: bigint({ mode: 'number' }),
  },
  t => [uniqueIndex('two_factors_user').on(t.userId)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: instant(),
    aaguid: text(),
  },
  t => [index('passkeys_user').on(t.userId)],
)

/** The private address of a person's calendar, one at a time: renewed, its former one is nobody's. */
export const calendarAddresses = pgTable(
  'calendar_addresses',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token that the address carries. */
    tokenHash: text().notNull(),
    /** Without the names of organisations, nor the places that tell them. */
    shortTitles: boolean().notNull().default(false),
    /** She had proved a second factor when she made it: what needs one is then in it, for as long as she has one. */
    secondFactor: boolean().notNull(),
    madeAt: instant().notNull(),
    lastReadAt: instant(),
  },
  t => [uniqueIndex('calendar_addresses_token').on(t.tokenHash)],
)

/** Attempts counted in PostgreSQL, so that limits hold whatever happens to Redis. */
export const attemptCounters = pgTable(
  'attempt_counters',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  t => [index('attempt_counters_window').on(t.windowEndsAt)],
)
