import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned, quantity, versioned } from './columns.ts'

/** What a plan is meant to change, from where it stands to where it should be. Null = not known, never zero. */
export const planObjectives = pgTable(
  'plan_objectives',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    title: text().notNull(),
    unit: text(),
    baseline: quantity(),
    target: quantity(),
    reached: quantity(),
    dueOn: dayColumn(),
    position: integer().notNull().default(0),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('plan_objectives_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)
