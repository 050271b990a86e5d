import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, instant, owned, quantity, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

export type Wave = 'T1' | 'T2' | 'T3' | 'T4'
export type FollowUpState = 'planned' | 'sent' | 'reminded' | 'answered' | 'unreachable' | 'refused' | 'cancelled'
export type JobLink = 'none' | 'low' | 'strong'
export type EconomicSituation = 'degraded' | 'stable' | 'improved'

/** One wave of one accompaniment, and its answers. */
export const followUps = pgTable(
  'follow_ups',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    wave: text().$type<Wave>().notNull(),
    plannedOn: dayColumn(),
    answeredOn: dayColumn(),
    state: text().$type<FollowUpState>().notNull(),
    /** Days of suspension that its day holds beside the rule of the programme. */
    pausedDays: integer().notNull().default(0),
    /** What it was when the case ended, so that it comes back with the case. */
    cancelledFrom: text().$type<FollowUpState>(),
    /** `link` when the organisation answered by itself, `phone` when the practitioner wrote for it. */
    channel: text().$type<'link' | 'phone' | 'import'>(),
    headcount: quantity(),
    jobLink: text().$type<JobLink>(),
    jobsKept: quantity(),
    economicSituation: text().$type<EconomicSituation>(),
    objectivesReached: integer(),
    appropriation: integer(),
    satisfaction: integer(),
    strategy: integer(),
    funderCount: quantity(),
    permanent: quantity(),
    verbatim: text(),
    quoteConsent: boolean(),
    /** Answers to questions that have no column of their own, by question code. */
    answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('follow_ups_accompaniment').on(t.operatorId, t.accompanimentId, t.wave),
    index('follow_ups_due').on(t.operatorId, t.state, t.plannedOn),
  ],
)

/**
 * What one person answers of a wave, kept page by page until it is sent. The wave itself, which figures read, holds what
 * its reference sent.
 */
export const followUpResponses = pgTable(
  'follow_up_responses',
  {
    ...owned(),
    followUpId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    /**
     * Whose link it is; null for a link that names nobody, or for whoever answered by telephone. No foreign key: of somebody
     * who was forgotten it names nobody any more, and still keeps two people apart.
     */
    personId: uuid(),
    respondent: text(),
    /** `import` for what a wave held before anybody else of its organisation was asked. */
    channel: text().$type<'link' | 'phone' | 'import'>().notNull(),
    /** The last day on which the team asked her; null for whoever the wave itself was sent to. */
    askedOn: dayColumn(),
    /** By question code, as the form reads them; those of the programme as they were typed, under `answers`. */
    answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** The pages that were saved. */
    pages: integer().notNull().default(0),
    sentOn: dayColumn(),
    /** The first who answered, unless the practitioner chose another. */
    isReference: boolean().notNull(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.followUpId], foreignColumns: [followUps.operatorId, followUps.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    unique('follow_up_responses_person').on(t.operatorId, t.followUpId, t.channel, t.personId).nullsNotDistinct(),
    index('follow_up_responses_case').on(t.operatorId, t.accompanimentId),
  ],
)

export type PieceKind =
  | 'testimony'
  | 'case_study'
  | 'visit'
  | 'public_debate'
  | 'video'
  | 'photo'
  | 'verbatim'
  | 'unexpected_effect'
export type PieceAudience = 'internal' | 'funder' | 'public'

/** A testimony or another qualitative piece; quoted in a report only with a consent that still stands. */
export const qualitativePieces = pgTable(
  'qualitative_pieces',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    kind: text().$type<PieceKind>().notNull(),
    body: text().notNull(),
    author: text(),
    collectedOn: dayColumn().notNull(),
    /** How it was collected; null for what a follow-up answered, which says so itself. */
    method: text(),
    limits: text(),
    fromFollowUpId: uuid(),
    /** Whose sentence it is, of those who answered: she says by her link who may read it. */
    fromResponseId: uuid(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({ columns: [t.operatorId, t.fromFollowUpId], foreignColumns: [followUps.operatorId, followUps.id] }),
    foreignKey({
      columns: [t.operatorId, t.fromResponseId],
      foreignColumns: [followUpResponses.operatorId, followUpResponses.id],
    }),
    index('qualitative_pieces_response').on(t.operatorId, t.fromResponseId),
    index('qualitative_pieces_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

export const consents = pgTable(
  'consents',
  {
    ...owned(),
    pieceId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    audience: text().$type<PieceAudience>().notNull(),
    personName: text().notNull(),
    givenOn: dayColumn().notNull(),
    withdrawnOn: dayColumn(),
    evidence: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.pieceId],
      foreignColumns: [qualitativePieces.operatorId, qualitativePieces.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('consents_piece').on(t.operatorId, t.pieceId),
  ],
)

/**
 * `changed` has not left: somebody gave it an earlier day or a text of her own, and the sweep hands it over on its day.
 * What somebody skipped is `stopped`, because `skipped`.
 */
export type ReminderState = 'changed' | 'due' | 'stopped' | 'done'

/** One reminder of one rule about one subject: planned by the sweep, delivered through the send ledger. */
export const reminders = pgTable(
  'reminders',
  {
    ...owned(),
    accompanimentId: uuid(),
    subjectId: uuid().notNull(),
    rule: text().notNull(),
    occurrence: integer().notNull(),
    /** What its day was counted from: when that moves later, it is a reminder more. Null for those of before this column. */
    anchorOn: dayColumn(),
    dueOn: dayColumn().notNull(),
    state: text().$type<ReminderState>().notNull().default('due'),
    recipientKind: text().notNull(),
    stoppedBecause: text(),
    doneAt: instant(),
    /** The earlier day that somebody chose. */
    advancedTo: dayColumn(),
    /** A paragraph that somebody added to its letter. */
    addition: text(),
    /** Why somebody changed it, or skipped it. */
    reason: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('reminders_identity').on(t.operatorId, t.rule, t.subjectId, t.occurrence, t.anchorOn),
    index('reminders_subject').on(t.operatorId, t.subjectId),
    index('reminders_due').on(t.operatorId, t.state, t.dueOn),
  ],
)

/** An answer about a mission of this consultant, told to her with four others: `batch` says with which. */
export const feedbackAnswers = pgTable(
  'feedback_answers',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    followUpId: uuid().notNull(),
    satisfaction: integer().notNull(),
    /** Null while it waits for others. */
    batch: integer(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.followUpId], foreignColumns: [followUps.operatorId, followUps.id] }),
    uniqueIndex('feedback_answers_once').on(t.operatorId, t.userId, t.followUpId),
  ],
)

/** Five answers together, all that a consultant ever reads of them. Written once: a correction would tell one apart. */
export const feedbackBatches = pgTable(
  'feedback_batches',
  {
    ...owned(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    rank: integer().notNull(),
    answers: integer().notNull(),
    /** The sum of what they gave, each from 0 to 10. */
    total: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('feedback_batches_rank').on(t.operatorId, t.userId, t.rank),
  ],
)
