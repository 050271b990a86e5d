import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned, quantity, versioned } from './columns.ts'
import { operators } from './operators.ts'

const codes = () => text().array().notNull().default([])

/** A place where several actors act together; what is in it is told by codes of the official geography. */
export const territories = pgTable(
  'territories',
  {
    ...owned(),
    name: text().notNull(),
    kind: text().notNull(),
    communes: codes(),
    departments: codes(),
    label: text(),
    labelledOn: dayColumn(),
    roadmap: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('territories_name').on(t.operatorId, sql`lower(${t.name})`),
  ],
)

/** Who sits in the governance of a territory. */
export const territorySeats = pgTable(
  'territory_seats',
  {
    ...owned(),
    territoryId: uuid().notNull(),
    name: text().notNull(),
    college: text().notNull(),
    role: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.territoryId], foreignColumns: [territories.operatorId, territories.id] }),
    index('territory_seats_territory').on(t.operatorId, t.territoryId),
  ],
)

/** What a territory wants to change, with the indicator that will tell, when there is one. */
export const challenges = pgTable(
  'challenges',
  {
    ...owned(),
    territoryId: uuid().notNull(),
    nature: text().notNull(),
    title: text().notNull(),
    words: text(),
    indicator: text(),
    unit: text(),
    closedOn: dayColumn(),
    /** What came of it. */
    result: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.territoryId], foreignColumns: [territories.operatorId, territories.id] }),
    index('challenges_territory').on(t.operatorId, t.territoryId),
  ],
)

/** The value of a challenge's indicator on one day, and who says so. */
export const challengeMeasures = pgTable(
  'challenge_measures',
  {
    ...owned(),
    challengeId: uuid().notNull(),
    measuredOn: dayColumn().notNull(),
    value: quantity().notNull(),
    source: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.challengeId], foreignColumns: [challenges.operatorId, challenges.id] }),
    uniqueIndex('challenge_measures_day').on(t.operatorId, t.challengeId, t.measuredOn),
  ],
)

/** A case that works on a challenge: tied by somebody, wherever the case is. */
export const challengeCases = pgTable(
  'challenge_cases',
  {
    ...owned(),
    challengeId: uuid().notNull(),
    accompanimentId: uuid().notNull(),
    /** What it changes in the challenge, in the words of whoever tied it. */
    reason: text(),
    tiedOn: dayColumn().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.challengeId], foreignColumns: [challenges.operatorId, challenges.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('challenge_cases_pair').on(t.operatorId, t.challengeId, t.accompanimentId),
    index('challenge_cases_case').on(t.operatorId, t.accompanimentId),
  ],
)
