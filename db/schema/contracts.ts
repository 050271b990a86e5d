import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { agreements } from './agreements.ts'
import { dayColumn, keptFile, owned, versioned } from './columns.ts'
import { engineerings } from './engineerings.ts'

/** Avenant: what it adds to the contract, or takes from it. The contract holds the sum; this says how it came about. */
export const amendments = pgTable(
  'amendments',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    rank: integer().notNull(),
    signedOn: dayColumn().notNull(),
    /** Quarter-days, negative when the order shrinks. */
    quartersAdded: integer().notNull(),
    centsAdded: bigint({ mode: 'number' }).notNull(),
    endsOnBefore: dayColumn(),
    endsOn: dayColumn(),
    reason: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('amendments_rank').on(t.operatorId, t.engineeringId, t.rank),
  ],
)

/** What the convention tripartite says beside its figures: who signs, its object and its clauses, as they were agreed. */
export const contractTexts = pgTable(
  'contract_texts',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    operatorSignatory: text(),
    organisationSignatory: text(),
    providerSignatory: text(),
    object: text(),
    /** In hundredths of a percent. */
    vatBasisPoints: integer(),
    payment: text(),
    ownership: text(),
    sharing: text(),
    confidentiality: text(),
    personalData: text(),
    termination: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('contract_texts_engineering').on(t.operatorId, t.engineeringId),
  ],
)

export type DeliverableState = 'expected' | 'submitted' | 'to_revise' | 'accepted'
/** Who may be given a deliverable; it belongs to the organisation, which decides. */
export type Sharing = 'private' | 'organisation' | 'operator' | 'committee' | 'funder' | 'public'

/** Livrable: what the contract promises. */
export const deliverables = pgTable(
  'deliverables',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    title: text().notNull(),
    dueOn: dayColumn(),
    state: text().$type<DeliverableState>().notNull().default('expected'),
    submittedOn: dayColumn(),
    /** Where it can be read. */
    address: text(),
    note: text(),
    /** What is to be revised. */
    remark: text(),
    acceptedOn: dayColumn(),
    acceptedBy: text(),
    sharing: text().$type<Sharing>(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    index('deliverables_engineering').on(t.operatorId, t.engineeringId),
  ],
)

/** The document of a deliverable: one, the last. Its bytes are kept under its id. */
export const deliverableFiles = pgTable(
  'deliverable_files',
  { ...owned(), engineeringId: uuid().notNull(), deliverableId: uuid().notNull(), ...keptFile() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.deliverableId],
      foreignColumns: [deliverables.operatorId, deliverables.id],
    }),
    uniqueIndex('deliverable_files_one').on(t.operatorId, t.deliverableId),
  ],
)

export const invoices = pgTable(
  'invoices',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    reference: text().notNull(),
    receivedOn: dayColumn().notNull(),
    quarters: integer().notNull(),
    amountCents: bigint({ mode: 'number' }).notNull(),
    paidOn: dayColumn(),
    /** What proves the payment: a transfer’s reference, a statement. */
    paymentProof: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    uniqueIndex('invoices_reference').on(t.operatorId, t.engineeringId, t.reference),
  ],
)

/** What a funder has paid of its part of a contract: an agreement pays, by its reference, once. */
export const funderTransfers = pgTable(
  'funder_transfers',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    agreementId: uuid().notNull(),
    paidOn: dayColumn().notNull(),
    amountCents: bigint({ mode: 'number' }).notNull(),
    reference: text().notNull(),
    /** Why it goes beyond what was due. */
    overReason: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    uniqueIndex('funder_transfers_reference').on(t.operatorId, t.engineeringId, t.agreementId, t.reference),
  ],
)
