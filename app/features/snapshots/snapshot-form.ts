import { type SnapshotFigures, snapshotFields } from './snapshot.ts'

type SnapshotRow = SnapshotFigures & { takenOn: string | null; strategy: number | null }

/** The snapshot by the names of its form's fields. */
export function snapshotFormValues(row: SnapshotRow | null): Record<string, string | number | null> {
  return {
    takenOn: row?.takenOn ?? null,
    ...Object.fromEntries(snapshotFields.map(field => [field, row?.[field] ?? null])),
    strategy: row?.strategy ?? null,
  }
}
