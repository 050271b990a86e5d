/** The figures of a photo of the organisation, in the order of the form. */
export const snapshotFields = [
  'headcount',
  'fte',
  'permanent',
  'fixedTerm',
  'women',
  'partTime',
  'subsidised',
  'volunteers',
  'budget',
  'funderCount',
] as const
export type SnapshotField = (typeof snapshotFields)[number]
export type SnapshotFigures = Record<SnapshotField, number | null>
/** What the photo says beside its figures: two scales from 0 to 4, a list and a text. */
export type SnapshotWords = {
  strategy: number | null
  governance: number | null
  funderKinds: string[]
  alliances: string | null
}

/** Those that a validated diagnostic must know, up to the share that the programme sets. */
export const requiredSnapshotFields: readonly SnapshotField[] = snapshotFields

export const knownFields = (figures: Partial<SnapshotFigures>) =>
  requiredSnapshotFields.filter(field => figures[field] !== null && figures[field] !== undefined).length

/** Contradictions that a person can explain, said and never refused: parts greater than the whole. */
export function doubts(figures: SnapshotFigures): SnapshotField[] {
  const { headcount } = figures
  if (headcount === null) return []
  const parts = ['fte', 'permanent', 'fixedTerm', 'women', 'partTime', 'subsidised'] as const
  return parts.filter(part => (figures[part] ?? 0) > headcount)
}
