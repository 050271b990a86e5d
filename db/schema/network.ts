import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { dayColumn, owned } from './columns.ts'
import { organisations } from './organisations.ts'
import { users } from './users.ts'

export type NetworkStatus = 'beneficiary' | 'member' | 'contributor' | 'activist' | 'left'

/** The place of an organisation in the network, from a day on: a change is a row more, none is written over. */
export const networkStatuses = pgTable(
  'network_statuses',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    status: text().$type<NetworkStatus>().notNull(),
    sinceOn: dayColumn().notNull(),
    reason: text().notNull(),
    recordedBy: uuid().references(() => users.id),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('network_statuses_organisation').on(t.operatorId, t.organisationId, t.sinceOn),
  ],
)

/**
 * What an organisation does otherwise than the norm, and why the network accepts it: for the team alone. A rewriting is
 * a row more, of the next version.
 */
export const normGapNotes = pgTable(
  'norm_gap_notes',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    version: integer().notNull(),
    difference: text().notNull(),
    acceptedBecause: text().notNull(),
    authorId: uuid().references(() => users.id),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('norm_gap_notes_organisation').on(t.operatorId, t.organisationId),
  ],
)
