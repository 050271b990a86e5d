import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, instant, owned, quantity, versioned } from './columns.ts'

/** What is measured is chosen while framing; each measure then has its time, and neither comes back. */
export type ImpactStage = 'framing' | 'before' | 'after' | 'concluded'

/** The measure of a case's impact: what is at stake, and in the end what is concluded and used. */
export const impactStudies = pgTable(
  'impact_studies',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    stage: text().$type<ImpactStage>().notNull().default('framing'),
    stakes: text().notNull(),
    conclusions: text(),
    uses: text(),
    beforeOn: dayColumn(),
    afterOn: dayColumn(),
    concludedOn: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    uniqueIndex('impact_studies_case').on(t.operatorId, t.accompanimentId),
  ],
)

/** A line of the theory of change. */
export const impactEffects = pgTable(
  'impact_effects',
  {
    ...owned(),
    studyId: uuid().notNull(),
    stake: text().notNull(),
    activity: text().notNull(),
    output: text(),
    effect: text().notNull(),
    onWhom: text().notNull(),
    kind: text().$type<'expected' | 'unexpected'>().notNull(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.studyId], foreignColumns: [impactStudies.operatorId, impactStudies.id] }),
    index('impact_effects_study').on(t.operatorId, t.studyId),
  ],
)

/** By what an effect is seen: chosen before anything is measured. */
export const impactIndicators = pgTable(
  'impact_indicators',
  {
    ...owned(),
    studyId: uuid().notNull(),
    effectId: uuid().notNull(),
    name: text().notNull(),
    definition: text().notNull(),
    source: text().notNull(),
    unit: text(),
    measuredBy: text().notNull(),
    /** What was known when it was chosen; null = not known, never zero. */
    baseline: quantity(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.studyId], foreignColumns: [impactStudies.operatorId, impactStudies.id] }),
    foreignKey({ columns: [t.operatorId, t.effectId], foreignColumns: [impactEffects.operatorId, impactEffects.id] }),
    index('impact_indicators_study').on(t.operatorId, t.studyId),
  ],
)

/** Who is concerned and gives her own measure, by a personal link. */
export const impactParties = pgTable(
  'impact_parties',
  {
    ...owned(),
    studyId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    function: text(),
    askedAt: instant(),
    revokedAt: instant(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId, t.studyId], foreignColumns: [impactStudies.operatorId, impactStudies.id] }),
    index('impact_parties_study').on(t.operatorId, t.studyId),
  ],
)

/** What one party measured at one moment, and how she sees it. */
export const impactMeasures = pgTable(
  'impact_measures',
  {
    ...owned(),
    indicatorId: uuid().notNull(),
    partyId: uuid().notNull(),
    moment: text().$type<'before' | 'after'>().notNull(),
    value: quantity(),
    view: text(),
    givenAt: instant().notNull(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.indicatorId],
      foreignColumns: [impactIndicators.operatorId, impactIndicators.id],
    }),
    foreignKey({ columns: [t.operatorId, t.partyId], foreignColumns: [impactParties.operatorId, impactParties.id] }),
    uniqueIndex('impact_measures_one').on(t.operatorId, t.indicatorId, t.partyId, t.moment),
    index('impact_measures_party').on(t.operatorId, t.partyId),
  ],
)
