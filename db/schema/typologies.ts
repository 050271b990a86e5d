import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { owned, quantity, versioned } from './columns.ts'

const several = () => text().array().notNull().default([])

/** What an accompaniment is, on the four dimensions of the field; a case without a row is what its programme declares. */
export const typologies = pgTable(
  'typologies',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    target: text(),
    relation: text(),
    trade: text(),
    format: text(),
    place: text(),
    payment: text(),
    phase: text(),
    functions: several(),
    domains: several(),
    facilitations: several(),
    intervenants: several(),
    publics: several(),
    days: quantity(),
    months: integer(),
    rhythm: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('typologies_accompaniment').on(t.operatorId, t.accompanimentId),
    index('typologies_trade').on(t.operatorId, t.trade),
    index('typologies_publics').using('gin', t.publics),
  ],
)
