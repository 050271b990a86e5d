import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { dayColumn, owned, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { users } from './users.ts'

export type LegalForm =
  | 'association'
  | 'scop'
  | 'scic'
  | 'cae'
  | 'fondation'
  | 'mutuelle'
  | 'societe_esus'
  | 'collectivite'
  | 'autre'

/** A supported structure. `qpv`, `frr` and `employer` are null while unknown. */
export const organisations = pgTable(
  'organisations',
  {
    ...owned(),
    name: text().notNull(),
    /** What search compares with: lower case, without accents, name and identifiers. */
    searchText: text().notNull(),
    siret: text(),
    rna: text(),
    /** What was typed and does not pass the check, kept until somebody corrects it. */
    siretDraft: text(),
    rnaDraft: text(),
    legalForm: text().$type<LegalForm>(),
    foundedOn: dayColumn(),
    commune: text(),
    department: text(),
    region: text(),
    sector: text(),
    employer: boolean(),
    qpv: boolean(),
    frr: boolean(),
    email: text(),
    phone: text(),
    /** Where a field comes from, and since when, by its name; nothing for what nobody said. */
    sources: jsonb().$type<Record<string, { source: 'register' | 'typed'; on: string }>>().notNull().default({}),
    /** Set on a duplicate once it was merged: its figures count with the other's. */
    mergedIntoId: uuid(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    foreignKey({ columns: [t.operatorId, t.mergedIntoId], foreignColumns: [t.operatorId, t.id] }),
    uniqueIndex('organisations_siret')
      .on(t.operatorId, t.siret)
      .where(sql`siret is not null and merged_into_id is null`),
    uniqueIndex('organisations_rna').on(t.operatorId, t.rna).where(sql`rna is not null and merged_into_id is null`),
    index('organisations_name').on(t.operatorId, t.name),
    index('organisations_department').on(t.operatorId, t.department),
    index('organisations_search').using('gin', t.searchText.op('gin_trgm_ops')),
  ],
)

export type PersonFunction = 'leader' | 'governance' | 'employee' | 'volunteer' | 'other'

/** A person of the organisation. */
export const people = pgTable(
  'people',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    role: text(),
    function: text().$type<PersonFunction>().notNull().default('leader'),
    /** In that role from and until these days; null while unknown, and while she still is. */
    fromOn: dayColumn(),
    toOn: dayColumn(),
    /** The day on which she was told what is done with her data. */
    noticeGivenOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('people_organisation').on(t.operatorId, t.organisationId),
  ],
)

/**
 * What history says of a person, kept beside it: a line of history is never written over, and she may ask to be forgotten.
 * Goes with her.
 */
export const personTraces = pgTable(
  'person_traces',
  {
    ...owned(),
    personId: uuid().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.personId], foreignColumns: [people.operatorId, people.id] }).onDelete(
      'cascade',
    ),
    index('person_traces_person').on(t.operatorId, t.personId),
  ],
)

/** Where an organisation works, besides its seat: a SIRET of the same SIREN, or a place that has none yet. */
export const establishments = pgTable(
  'establishments',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    name: text().notNull(),
    siret: text(),
    commune: text(),
    department: text(),
    region: text(),
    openedOn: dayColumn(),
    closedOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('establishments_organisation').on(t.operatorId, t.organisationId),
  ],
)

/** A label or an approval (ESUS, SIAE, a charter), with who says so and since when. */
export const organisationLabels = pgTable(
  'organisation_labels',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    grantedOn: dayColumn().notNull(),
    endsOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('organisation_labels_organisation').on(t.operatorId, t.organisationId),
  ],
)

/** The columns of a sheet that a merge may take from the other one. */
export type MergedColumns = Partial<
  Pick<
    typeof organisations.$inferSelect,
    | 'name'
    | 'siret'
    | 'siretDraft'
    | 'rna'
    | 'rnaDraft'
    | 'legalForm'
    | 'foundedOn'
    | 'commune'
    | 'department'
    | 'region'
    | 'sector'
    | 'employer'
    | 'qpv'
    | 'frr'
    | 'email'
    | 'phone'
  >
>

/** Two sheets of one organisation put together, with all that undoing it asks for. */
export const organisationMerges = pgTable(
  'organisation_merges',
  {
    ...owned(),
    keptId: uuid().notNull(),
    absorbedId: uuid().notNull(),
    mergedOn: dayColumn().notNull(),
    mergedBy: uuid().references(() => users.id),
    /** What the kept sheet held in the columns that the merge changed, and what the merge wrote there. */
    before: jsonb().$type<MergedColumns>().notNull(),
    after: jsonb().$type<MergedColumns>().notNull(),
    /** Ids of the rows that followed. */
    moved: jsonb()
      .$type<{
        cases: string[]
        people: string[]
        snapshots: string[]
        establishments?: string[]
        labels?: string[]
        statuses?: string[]
        normGaps?: string[]
      }>()
      .notNull(),
    undoneOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.keptId], foreignColumns: [organisations.operatorId, organisations.id] }),
    foreignKey({ columns: [t.operatorId, t.absorbedId], foreignColumns: [organisations.operatorId, organisations.id] }),
    index('organisation_merges_kept').on(t.operatorId, t.keptId),
    index('organisation_merges_absorbed').on(t.operatorId, t.absorbedId),
  ],
)
