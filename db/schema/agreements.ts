import {
  bigint,
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
import { dayColumn, instant, keptFile, owned, quantity, versioned } from './columns.ts'
import { operators } from './operators.ts'

export const funders = pgTable(
  'funders',
  { ...owned(), name: text().notNull(), /** trimmed, case folded */ matchName: text().notNull(), ...versioned() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('funders_name').on(t.operatorId, t.matchName),
  ],
)

/** What a funder is shown by on the papers of what it pays. Its bytes are kept under its id. */
export const funderLogos = pgTable('funder_logos', { ...owned(), funderId: uuid().notNull(), ...keptFile() }, t => [
  primaryKey({ columns: [t.operatorId, t.id] }),
  foreignKey({ columns: [t.operatorId, t.funderId], foreignColumns: [funders.operatorId, funders.id] }),
  uniqueIndex('funder_logos_funder').on(t.operatorId, t.funderId),
])

/** A convention de financement. `programmes` and `departments` empty = all. */
export const agreements = pgTable(
  'agreements',
  {
    ...owned(),
    code: text().notNull(),
    title: text(),
    funderId: uuid().notNull(),
    startsOn: dayColumn().notNull(),
    endsOn: dayColumn().notNull(),
    amountCents: bigint({ mode: 'number' }),
    programmes: text().array().notNull().default([]),
    departments: text().array().notNull().default([]),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.funderId], foreignColumns: [funders.operatorId, funders.id] }),
    uniqueIndex('agreements_code').on(t.operatorId, t.code),
    index('agreements_funder').on(t.operatorId, t.funderId),
  ],
)

export const targets = pgTable(
  'targets',
  {
    ...owned(),
    agreementId: uuid().notNull(),
    year: integer().notNull(),
    indicator: text().notNull(),
    value: quantity().notNull(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    uniqueIndex('targets_identity').on(t.operatorId, t.agreementId, t.year, t.indicator),
  ],
)

export type EditionState = 'requested' | 'building' | 'ready' | 'published' | 'failed'

/** A built report: a frozen row. Screen, PDF and XLSX only render `content`. */
export const editions = pgTable(
  'editions',
  {
    ...owned(),
    agreementId: uuid().notNull(),
    year: integer().notNull(),
    edition: integer().notNull(),
    state: text().$type<EditionState>().notNull(),
    locale: text().notNull().default('fr'),
    /** What the funder may read: figures, targets, definitions, quotations. */
    content: jsonb().$type<unknown>(),
    /** What the operator keeps beside it: the cases behind each figure. Never read by a funder. */
    requestedBy: uuid(),
    builtAt: instant(),
    publishedAt: instant(),
    failure: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    uniqueIndex('editions_number').on(t.operatorId, t.agreementId, t.year, t.edition),
  ],
)

/** The proof of an edition: the cases that each figure and quotation came from. Operator only. */
export const editionTraces = pgTable(
  'edition_traces',
  { ...owned(), editionId: uuid().notNull(), figure: text().notNull(), cases: jsonb().$type<unknown>().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.editionId], foreignColumns: [editions.operatorId, editions.id] }),
    uniqueIndex('edition_traces_figure').on(t.operatorId, t.editionId, t.figure),
  ],
)
