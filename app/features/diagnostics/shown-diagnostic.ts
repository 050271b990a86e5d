import type { OwnOrigins, PhotoOrigin } from '#app/features/snapshots/figure-origin.ts'
import type { SnapshotWords } from '#app/features/snapshots/snapshot.ts'
import type { DiagnosticLine, ShownContest } from './diagnostic-lines.ts'
import type { ExpertiseDomain } from './expertise-domains.ts'
import type { NeedWeight } from './need.ts'
import type { Situation } from './situation.ts'

/** The figures of the photo that a leader is shown. */
export const photoFigures = [
  'headcount',
  'fte',
  'permanent',
  'fixedTerm',
  'volunteers',
  'budget',
  'funderCount',
] as const
type Figures = Record<(typeof photoFigures)[number], number | null>

/** A diagnostic as the organisation reads it, behind its personal link. */
export type ShownDiagnostic = {
  operator: string
  organisation: string
  person: { name: string; role: string | null; function: string } | null
  version: number
  strengths: string | null
  brakes: string | null
  conclusions: string | null
  situation: Situation
  needs: ({ id: string; title: string; domain: string; reservation: string | null } & NeedWeight)[]
  scores: Partial<Record<ExpertiseDomain, number>>
  /** What may be contested, and what was. */
  lines: DiagnosticLine[]
  contests: ShownContest[]
  snapshot: (Figures & SnapshotWords & PhotoOrigin & { origins: OwnOrigins }) | null
  validated: { on: string; by: string | null; function: string | null; reservation: string | null } | null
}
