import type { Reason } from './reasons.ts'

/** The files of a folder, parents before children: the order in which they are read. */
export const importFiles = [
  'structures',
  'conventions',
  'accompagnements',
  'photos',
  'objectifs',
  'orientations',
  'actions',
  'ingenieries',
  'seances',
  'suivis',
  'benevolat',
] as const
export type ImportFile = (typeof importFiles)[number]

export const requiredFiles: readonly ImportFile[] = ['structures', 'accompagnements']

/** One row as it was written. `line` is the one that a spreadsheet shows: the header is line 1. */
export type WrittenRow = { line: number; cells: readonly string[] }

/** Some rows of a file, the header first; or why the rest of the file cannot be read. */
export type TablePart = { rows: readonly WrittenRow[] } | { trouble: { line: number | null; reason: Reason } }

/** A folder of CSV files or a workbook: opened by an adapter, read by the command, a part at a time. */
export type FolderSource = {
  /** How the file is called there: `structures.csv`, or the sheet's name. */
  nameOf(file: ImportFile): string
  /** Null when the folder does not have that file. */
  open(file: ImportFile): AsyncIterable<TablePart> | null
  /** What the folder also holds, which is not read. */
  strangers: readonly string[]
}
