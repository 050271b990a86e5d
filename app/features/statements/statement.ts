import type { Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import type { SessionKind } from '#db/schema/engineerings.ts'

export type StatementLine = {
  id: string
  heldOn: Day
  beginsAt: Hour | null
  endsAt: Hour | null
  kind: SessionKind | null
  quarters: number
}

/** What a consultant has held of one mission over a period: her sessions alone. */
export type Statement = {
  operator: string
  consultant: string
  provider: string | null
  title: string | null
  organisations: string[]
  signedOn: Day | null
  orderedQuarters: number | null
  /** Of the whole mission, by everybody and whenever. */
  missionQuarters: number
  from: Day | null
  to: Day
  lines: StatementLine[]
}

/** Whole quarter-days, so that the sum is what was held and no more. */
export const totalQuarters = (lines: readonly Pick<StatementLine, 'quarters'>[]): number =>
  lines.reduce((sum, { quarters }) => sum + quarters, 0)
