import { customType, integer, numeric, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A calendar day in France, `YYYY-MM-DD`; never an instant. */
export const dayColumn = customType<{ data: string; driverData: string }>({ dataType: () => 'date' })

/** What a clock in Paris shows, `HH:MM`: PostgreSQL writes the seconds too. */
export const hourColumn = customType<{ data: string; driverData: string }>({
  dataType: () => 'time',
  fromDriver: value => value.slice(0, 5),
})

/** An instant, stored in UTC. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** An exact decimal quantity (days, head-counts, hours), read and written as a number. */
export const quantity = () => numeric({ precision: 14, scale: 4, mode: 'number' })

/** What every row of an operator carries: the composite key `(operator_id, id)` is declared by each table. */
export const owned = () => ({
  operatorId: uuid().notNull(),
  id: uuid().notNull(),
  createdAt: instant().notNull().defaultNow(),
})

/** Optimistic lock: an edit names the version it was made on, and adds one. */
export const versioned = () => ({
  version: integer().notNull().default(1),
  updatedAt: instant().notNull().defaultNow(),
})

/** What is known of a file whose bytes are kept under the id of its row. */
export const keptFile = () => ({
  name: text().notNull(),
  /** What its bytes say that it is. */
  kind: text().notNull(),
  size: integer().notNull(),
  sha256: text().notNull(),
})
