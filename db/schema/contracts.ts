import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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
