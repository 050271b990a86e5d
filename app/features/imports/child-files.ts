import type { ParentFile } from './parent-refs.ts'
import type { SessionRow, SnapshotRow } from './rows.ts'

/** A cell that names the row of another file. */
export type ParentCell<Column extends string = string> = { column: Column; file: ParentFile; ref: string }

/** A row of a file without `ref`, with the id it will bear and the ids of what it names, by column. */
export type ChildRow<Row> = { id: string; line: number; row: Row; ids: ReadonlyMap<string, string> }

/** The id of the row that a column names. */
export const named = <Row>({ ids }: ChildRow<Row>, column: string): string => {
  const id = ids.get(column)
  if (id === undefined) throw new Error(`the parent of column ${column} was not found, and the row was kept`)
  return id
}

export const ofAccompaniment = (row: { accompaniment: string }): ParentCell<'accompagnement'>[] => [
  { column: 'accompagnement', file: 'accompagnements', ref: row.accompaniment },
]

export const ofSnapshot = (row: SnapshotRow): ParentCell<'structure' | 'accompagnement'>[] => [
  { column: 'structure', file: 'structures', ref: row.structure },
  ...(row.accompaniment === null ? [] : ofAccompaniment({ accompaniment: row.accompaniment })),
]

export const ofSession = (row: SessionRow): ParentCell<'ingenierie'>[] => [
  { column: 'ingenierie', file: 'ingenieries', ref: row.engineering },
]
