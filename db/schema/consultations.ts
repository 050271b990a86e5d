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
import { dayColumn, keptFile, owned, quantity, versioned } from './columns.ts'
import { engineerings, providers } from './engineerings.ts'
import { users } from './users.ts'

/** Cahier des charges: what an engineering must bring, as it is sent to providers. */
export const termsOfReference = pgTable(
  'terms_of_reference',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    context: text(),
    issue: text(),
    results: text(),
    phases: text(),
    deliverables: text(),
    days: quantity(),
    budgetCents: bigint({ mode: 'number' }),
    /** VAT, in hundredths of a percent: 2000 is 20 %. Null while nobody said it. */
    vatBasisPoints: integer(),
    calendar: text(),
    skills: text(),
    contact: text(),
    publicity: text(),
    /** The day on which the organisation agreed to this text. */
    agreedOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('terms_of_reference_engineering').on(t.operatorId, t.engineeringId),
  ],
)

/** One line of the scoring grid; `weight` is the most points that it gives. */
export const selectionCriteria = pgTable(
  'selection_criteria',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    position: integer().notNull(),
    label: text().notNull(),
    weight: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    index('selection_criteria_engineering').on(t.operatorId, t.engineeringId),
  ],
)

export type ConflictAnswer = 'none' | 'declared'

/** Mise en concurrence: providers asked, until when, and what was decided. */
export const consultations = pgTable(
  'consultations',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    openedOn: dayColumn().notNull(),
    openedBy: uuid().references(() => users.id),
    deadline: dayColumn().notNull(),
    /** Why fewer providers than usual were asked, and the document that says so. */
    waiverReason: text(),
    waiverDocument: text(),
    decidedOn: dayColumn(),
    chosenOfferId: uuid(),
    /** The offer that the organisation would choose. */
    preferredOfferId: uuid(),
    conflict: text().$type<ConflictAnswer>(),
    conflictNote: text(),
    justification: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.chosenOfferId], foreignColumns: [offers.operatorId, offers.id] }),
    foreignKey({ columns: [t.operatorId, t.preferredOfferId], foreignColumns: [offers.operatorId, offers.id] }),
    uniqueIndex('consultations_engineering').on(t.operatorId, t.engineeringId),
  ],
)

export type Intention = 'yes' | 'no'

/** What was sent to a provider, as it was sent: behind its link it reads this, and nothing else of the operator. */
export type Brief = {
  provider: string
  title: string
  texts: { name: string; text: string }[]
  quarters: number | null
  budgetCents: number | null
  /** Absent from what left before the rate was asked. */
  vatBasisPoints?: number | null
  criteria: { label: string; weight: number }[]
}

/** A provider who was asked. */
export const invitations = pgTable(
  'invitations',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    providerId: uuid().notNull(),
    sentOn: dayColumn().notNull(),
    intention: text().$type<Intention>(),
    intentionOn: dayColumn(),
    /** Null for one that was asked before links. */
    brief: jsonb().$type<Brief>(),
    /** The consultation’s own, and the day on which it was decided or given up: what the provider may know of it. */
    deadline: dayColumn(),
    closedOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.providerId], foreignColumns: [providers.operatorId, providers.id] }),
    uniqueIndex('invitations_pair').on(t.operatorId, t.engineeringId, t.providerId),
  ],
)

export const offers = pgTable(
  'offers',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    providerId: uuid().notNull(),
    /** That of its provider, when it was asked. */
    invitationId: uuid(),
    /** By its provider, by its link; otherwise written down from a letter. */
    isDeposited: boolean().notNull().default(false),
    receivedOn: dayColumn().notNull(),
    days: quantity().notNull(),
    amountCents: bigint({ mode: 'number' }).notNull(),
    note: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.providerId], foreignColumns: [providers.operatorId, providers.id] }),
    foreignKey({ columns: [t.operatorId, t.invitationId], foreignColumns: [invitations.operatorId, invitations.id] }),
    uniqueIndex('offers_pair').on(t.operatorId, t.engineeringId, t.providerId),
    index('offers_invitation').on(t.operatorId, t.invitationId),
  ],
)

/** The document of an offer that was deposited by link: one, the last. Its bytes are kept under its id. */
export const offerFiles = pgTable('offer_files', { ...owned(), invitationId: uuid().notNull(), ...keptFile() }, t => [
  primaryKey({ columns: [t.operatorId, t.id] }),
  foreignKey({ columns: [t.operatorId, t.invitationId], foreignColumns: [invitations.operatorId, invitations.id] }),
  uniqueIndex('offer_files_invitation').on(t.operatorId, t.invitationId),
])

/** Whose view of an offer: the organisation's stands beside the practitioner's. */
export type Scorer = 'organisation' | 'practitioner'

export const offerScores = pgTable(
  'offer_scores',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    offerId: uuid().notNull(),
    criterionId: uuid().notNull(),
    scorer: text().$type<Scorer>().notNull(),
    points: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.offerId], foreignColumns: [offers.operatorId, offers.id] }),
    foreignKey({
      columns: [t.operatorId, t.criterionId],
      foreignColumns: [selectionCriteria.operatorId, selectionCriteria.id],
    }),
    uniqueIndex('offer_scores_one').on(t.operatorId, t.offerId, t.criterionId, t.scorer),
  ],
)
