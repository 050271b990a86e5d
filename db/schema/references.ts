import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned } from './columns.ts'
import { engineerings, providers } from './engineerings.ts'

/** By its name, without it, or not at all. */
export type Citation = 'named' | 'anonymous' | 'none'

/** A finished mission that its organisation lets its provider cite. What it agrees to are these very words, kept as they were asked. */
export const providerReferences = pgTable(
  'provider_references',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    providerId: uuid().notNull(),
    provider: text().notNull(),
    title: text().notNull(),
    organisation: text().notNull(),
    sector: text(),
    /** The department, by its name. */
    place: text(),
    year: integer().notNull(),
    askedOn: dayColumn().notNull(),
    askedOf: text().notNull(),
    /** Null while the organisation has not said. */
    citation: text().$type<Citation>(),
    answeredOn: dayColumn(),
    withdrawnOn: dayColumn(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({ columns: [t.operatorId, t.providerId], foreignColumns: [providers.operatorId, providers.id] }),
    uniqueIndex('provider_references_mission').on(t.operatorId, t.engineeringId, t.accompanimentId),
    index('provider_references_provider').on(t.operatorId, t.providerId),
  ],
)
