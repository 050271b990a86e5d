import type { ColumnOf } from './columns.ts'
import type { ImportFile } from './folder.ts'
import type { Parent } from './parent-refs.ts'
import type { RowReader } from './row-reader.ts'

/** What a reference became in an earlier import, and what its row said then. */
export type KnownRef = { subjectId: string; contentHash: string }

/** A sound row of a file with `ref` (or `code`), about to become something. */
export type SettlingRow<File extends ImportFile, Row extends { ref: string }> = {
  line: number
  cells: RowReader<ColumnOf<File>>
  row: Row
  hash: string
  known: KnownRef | undefined
}

/** What it became: what others find under its ref, and what of it is remembered. */
export type Settled = { ref: string; hash: string; outcome: Became; parent: Parent & { id: string } }
export type Became = 'created' | 'updated' | 'unchanged'

/** The same row as in an earlier import, about something that is still there. */
export function becameOf(known: KnownRef | undefined, hash: string, isThere: boolean): Became {
  if (!isThere) return 'created'
  return known?.contentHash === hash ? 'unchanged' : 'updated'
}
