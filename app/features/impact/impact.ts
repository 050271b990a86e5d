export const stages = ['framing', 'before', 'after', 'concluded'] as const
export type Stage = (typeof stages)[number]
/** Where each stage leads; nothing leads back. */
export const nextStage: Record<Stage, Stage | null> = {
  framing: 'before',
  before: 'after',
  after: 'concluded',
  concluded: null,
}
export const measureMoments = ['before', 'after'] as const
export type MeasureMoment = (typeof measureMoments)[number]
export const effectKinds = ['expected', 'unexpected'] as const

export type Study = {
  id: string
  accompanimentId: string
  stage: Stage
  stakes: string
  conclusions: string | null
  uses: string | null
  beforeOn: string | null
  afterOn: string | null
  concludedOn: string | null
  version: number
}
export type Effect = {
  id: string
  version: number
  stake: string
  activity: string
  output: string | null
  effect: string
  onWhom: string
  kind: (typeof effectKinds)[number]
}
export type Indicator = {
  id: string
  version: number
  effectId: string
  name: string
  definition: string
  source: string
  unit: string | null
  measuredBy: string
  baseline: number | null
}
export type Party = {
  id: string
  name: string
  email: string
  function: string | null
  askedAt: Date | null
  revokedAt: Date | null
}
export type Measure = {
  indicatorId: string
  partyId: string
  moment: MeasureMoment
  value: number | null
  view: string | null
}
/** What a party reads behind her link: the frame, and what she said herself. */
export type SharedImpact = {
  operator: string
  study: { id: string; accompanimentId: string; stage: Stage; stakes: string }
  party: { id: string; name: string }
  effects: Effect[]
  indicators: Indicator[]
  measures: Measure[]
}

/** The moment that is being measured; none while framing, and none any more once concluded. */
export const openMoment = (stage: Stage): MeasureMoment | null =>
  stage === 'before' || stage === 'after' ? stage : null

type Said = { value: number | null; view: string | null } | null
export type ComparedParty = { partyId: string; name: string; before: Said; after: Said; change: number | null }

/**
 * What each party said of one indicator, before and after, side by side: opinions are never averaged. The change is
 * null when either value is unknown, since an unknown is not a zero.
 */
export function sideBySide(
  parties: readonly { id: string; name: string }[],
  measures: readonly Measure[],
  indicatorId: string,
): ComparedParty[] {
  return parties.flatMap(({ id: partyId, name }) => {
    const own = measures.filter(measure => measure.indicatorId === indicatorId && measure.partyId === partyId)
    const said = (moment: MeasureMoment): Said => own.find(measure => measure.moment === moment) ?? null
    const [before, after] = [said('before'), said('after')]
    if (!before && !after) return []
    return [{ partyId, name, before, after, change: changeBetween(before?.value ?? null, after?.value ?? null) }]
  })
}

/** Exact: values have at most four decimals, and a difference of doubles has not. */
export function changeBetween(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null
  return (Math.round(after * 10_000) - Math.round(before * 10_000)) / 10_000
}
