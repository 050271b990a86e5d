import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, hourColumn, instant, owned } from './columns.ts'
import { type AttendeeRole, engineerings, sessions } from './engineerings.ts'
import { users } from './users.ts'

/**
 * The line of one person on the sheet of a session, under an id made from her case and her name: lines of attendance are
 * written anew at each correction, and what she signed stays hers. It holds what her own phone may show.
 */
export const sheetPlaces = pgTable(
  'sheet_places',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    sessionId: uuid().notNull(),
    /** Null for whoever leads the session. */
    accompanimentId: uuid(),
    personName: text(),
    role: text().$type<AttendeeRole>(),
    organisation: text(),
    title: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.sessionId], foreignColumns: [sessions.operatorId, sessions.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('sheet_places_session').on(t.operatorId, t.sessionId),
  ],
)

export type SigningMeans = 'device' | 'phone' | 'paper'

/** Émargement: who signed what, when and how. One that is withdrawn stays, with why. */
export const signatures = pgTable(
  'signatures',
  {
    ...owned(),
    engineeringId: uuid().notNull(),
    sessionId: uuid().notNull(),
    placeId: uuid().notNull(),
    signedName: text().notNull(),
    means: text().$type<SigningMeans>().notNull(),
    /** Strokes in a frame of 600 by 200; null when she typed her name, or signed the paper. */
    drawing: text(),
    /** What the sheet said when she signed it. */
    heldOn: dayColumn(),
    beginsAt: hourColumn(),
    endsAt: hourColumn(),
    quarters: integer(),
    place: text(),
    /** Of these, of the session and of her line. */
    sheetHash: text().notNull(),
    signedAt: instant().notNull(),
    /** Who held the device, or matched the paper; null on her own phone. */
    takenBy: uuid().references(() => users.id),
    /** The scan of the paper; its row is forgotten some weeks after it was taken away, and the trace stays. */
    fileId: uuid(),
    withdrawnAt: instant(),
    withdrawnBy: text(),
    withdrawnReason: text(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.engineeringId],
      foreignColumns: [engineerings.operatorId, engineerings.id],
    }),
    foreignKey({ columns: [t.operatorId, t.sessionId], foreignColumns: [sessions.operatorId, sessions.id] }),
    foreignKey({ columns: [t.operatorId, t.placeId], foreignColumns: [sheetPlaces.operatorId, sheetPlaces.id] }),
    index('signatures_session').on(t.operatorId, t.sessionId),
    // Signed on two devices at once, the same sheet is signed once.
    uniqueIndex('signatures_once').on(t.operatorId, t.placeId, t.sheetHash).where(sql`withdrawn_at is null`),
  ],
)
