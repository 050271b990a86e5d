import type { OwnOrigins, PhotoOrigin } from '#app/features/snapshots/figure-origin.ts'
import type { SnapshotFigures, SnapshotWords } from '#app/features/snapshots/snapshot.ts'
import type { ShownContest } from './diagnostic-lines.ts'
import type { ExpertiseDomain } from './expertise-domains.ts'
import type { NeedWeight } from './need.ts'

/** Everything that the restitution of a diagnostic says, before its words are chosen. */
export type DiagnosticContent = {
  number: string
  operator: string
  organisation: string | null
  programme: { fr: string; en: string }
  writtenOn: string
  authors: readonly string[]
  participants: string | null
  documentsSeen: string | null
  snapshot: (SnapshotFigures & SnapshotWords & PhotoOrigin & { origins: OwnOrigins }) | null
  needs: readonly ({ title: string; domain: string; reservation: string | null } & NeedWeight)[]
  situation: readonly { domain: ExpertiseDomain; score: number | null; text: string | null }[]
  strengths: string | null
  brakes: string | null
  conclusions: string | null
  contests: readonly ShownContest[]
  validated: { on: string; by: string | null; function: string | null; reservation: string | null } | null
}
