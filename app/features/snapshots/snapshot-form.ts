import { type OwnOrigins, originFormValues, type PhotoOrigin } from './figure-origin.ts'
import { type SnapshotFigures, type SnapshotWords, snapshotFields } from './snapshot.ts'

type SnapshotRow = SnapshotFigures & PhotoOrigin & SnapshotWords

/** The snapshot by the names of its form's fields. */
export function snapshotFormValues(
  row: SnapshotRow | null,
  origins: OwnOrigins,
): Record<string, string | number | null> {
  return {
    takenOn: row?.takenOn ?? null,
    ...Object.fromEntries(snapshotFields.map(field => [field, row?.[field] ?? null])),
    strategy: row?.strategy ?? null,
    governance: row?.governance ?? null,
    funderKinds: row?.funderKinds.join('\n') || null,
    alliances: row?.alliances ?? null,
    origin: row?.origin ?? null,
    certainty: row?.certainty ?? null,
    ...originFormValues(origins),
  }
}
