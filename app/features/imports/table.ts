import { isBlank } from '#app/kernel/clean-text.ts'
import type { Day } from '#app/kernel/day.ts'
import { type ColumnOf, columnsOf, requiredColumnsOf } from './columns.ts'
import { type FolderSource, type ImportFile, requiredFiles, type WrittenRow } from './folder.ts'
import type { Reason, Remark } from './reasons.ts'
import type { Counts, ImportReport } from './report.ts'
import { RowReader } from './row-reader.ts'
import type { Became } from './settling.ts'

/** A row and, unless something in it is refused, what it says. */
export type ReadRow<File extends ImportFile, Row> = { line: number; cells: RowReader<ColumnOf<File>>; row: Row | null }

export type Reading = { source: FolderSource; report: ImportReport; today: Day }

/** Read to its end, absent from the folder, or left where it could not be read any further. */
type TableEnd = 'whole' | 'absent' | 'broken'

/**
 * Reads a file part by part and tells the report of every fault. Rows without any filled cell are no rows. Returns how it
 * ended: what the rest of a broken file names is not known.
 */
async function* readTable<File extends ImportFile, Row>(
  { source, report, today }: Reading,
  file: File,
  read: (cells: RowReader<ColumnOf<File>>) => Row | null,
): AsyncGenerator<ReadRow<File, Row>[], TableEnd> {
  const spots = spotsOf(source.nameOf(file), report)
  const parts = source.open(file)
  if (!parts) return 'absent'
  report.count(file, {})
  let header: Header | null = null
  let short = { count: 0, first: 0 }
  for await (const part of parts) {
    if ('trouble' in part) {
      spots.refuse(part.trouble.line, null, null, part.trouble.reason)
      return 'broken'
    }
    const rows = part.rows.filter(({ cells }) => cells.some(cell => cell !== '' && !isBlank(cell)))
    if (!header) {
      const first = rows.shift()
      if (!first) continue
      header = readHeader(file, first, spots)
      if (!header) return 'broken'
    }
    const { positions, width } = header
    short = countShort(short, rows, width)
    yield rows.map(row => readRow(row, width, positions, today, spots, read))
  }
  if (!header) {
    spots.refuse(null, null, null, { key: 'empty-file' })
    return 'broken'
  }
  if (short.count > 0) spots.notice(short.first, null, { key: 'short-rows', params: { count: short.count } })
  return 'whole'
}

/**
 * Reads a whole file: `settle` is given one part after the other and says what became of the rows that it kept. Returns
 * whether everything that the file could name is known.
 */
export async function readParts<File extends ImportFile, Row>(
  reading: Reading,
  file: File,
  read: (cells: RowReader<ColumnOf<File>>) => Row | null,
  settle: (part: ReadRow<File, Row>[]) => Promise<Became[]>,
): Promise<boolean> {
  const { report, source } = reading
  const table = readTable(reading, file, read)
  let next = await table.next()
  for (; !next.done; next = await table.next()) {
    const part = next.value
    const outcomes = await settle(part)
    const counts: Partial<Counts> = { refused: part.filter(({ cells }) => !cells.isSound).length }
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
    report.count(file, counts)
  }
  const isMissing = next.value === 'absent' && requiredFiles.includes(file)
  if (isMissing) spotsOf(source.nameOf(file), report).refuse(null, null, null, { key: 'missing-file' })
  return next.value !== 'broken' && !isMissing
}

type Spots = ReturnType<typeof spotsOf>
function spotsOf(file: string, report: ImportReport) {
  return {
    refuse: (line: number | null, column: string | null, written: string | null, reason: Reason) =>
      report.refuse({ file, line, column, written, reason }),
    notice: (line: number | null, column: string | null, remark: Remark) =>
      report.notice({ file, line, column, written: null, remark }),
  }
}

function readRow<File extends ImportFile, Row>(
  written: WrittenRow,
  width: number,
  positions: ReadonlyMap<string, number>,
  today: Day,
  spots: Spots,
  read: (cells: RowReader<ColumnOf<File>>) => Row | null,
): ReadRow<File, Row> {
  const cells = new RowReader<ColumnOf<File>>(written, positions, today, (column, cell, reason) =>
    spots.refuse(written.line, column, cell, reason),
  )
  const extra = written.cells.slice(width).filter(cell => !isBlank(cell))
  if (extra.length > 0) cells.refuseRow({ key: 'too-many-cells', params: { count: extra.length } }, extra[0] ?? null)
  const row = read(cells)
  return { line: written.line, cells, row: cells.isSound ? row : null }
}

/** Spreadsheets leave out the empty cells that end a row: they are unknown, like any empty cell. */
function countShort(so: { count: number; first: number }, rows: readonly WrittenRow[], width: number) {
  const short = rows.filter(({ cells }) => cells.length < width)
  const [first] = short
  return first ? { count: so.count + short.length, first: so.first || first.line } : so
}

type Header = { positions: ReadonlyMap<string, number>; width: number }

function readHeader(file: ImportFile, { line, cells }: WrittenRow, spots: Spots): Header | null {
  const known = new Set<string>(columnsOf[file])
  const positions = new Map<string, number>()
  let isSound = true
  const refuse = (column: string, reason: Reason) => {
    isSound = false
    spots.refuse(line, column, null, reason)
  }
  const width = cells.findLastIndex(cell => !isBlank(cell)) + 1
  cells.slice(0, width).forEach((cell, position) => {
    const column = columnName(cell)
    if (column === '') spots.notice(line, null, { key: 'unnamed-column', params: { position: position + 1 } })
    else if (!known.has(column)) spots.notice(line, shown(cell), { key: 'unknown-column' })
    else if (positions.has(column)) refuse(column, { key: 'duplicate-column' })
    else positions.set(column, position)
  })
  const required = new Set<string>(requiredColumnsOf[file])
  for (const column of known) {
    if (positions.has(column)) continue
    if (required.has(column)) refuse(column, { key: 'missing-column' })
    else spots.notice(line, column, { key: 'absent-column' })
  }
  return isSound ? { positions, width } : null
}

/** ` Ref ` is `ref`; the marks that no one sees do not count. */
const columnName = (cell: string) =>
  cell
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()

const shown = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)
