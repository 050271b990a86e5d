import type { Day } from '#app/kernel/day.ts'
import type { ProgrammeLight } from './case-plan.ts'
import type { FolderSource, ImportFile } from './folder.ts'
import { type ParentCell, type ParentFile, ParentRefs } from './parent-refs.ts'
import type { Remark } from './reasons.ts'
import type { ImportReport } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** What the reading of a folder knows so far. */
export type FolderReading = {
  source: FolderSource
  report: ImportReport
  today: Day
  parents: Record<ParentFile, ParentRefs>
  programmes: ReadonlyMap<string, ProgrammeLight>
  /** False from the first refusal on: the rest is only read, to tell everything at once. */
  mayWrite: () => boolean
}

export function beginReading(
  source: FolderSource,
  report: ImportReport,
  today: Day,
  programmes: FolderReading['programmes'],
): FolderReading {
  const parents = {
    structures: new ParentRefs(),
    conventions: new ParentRefs(),
    accompagnements: new ParentRefs(),
    ingenieries: new ParentRefs(),
  }
  return { source, report, today, parents, programmes, mayWrite: () => !report.isRefused }
}

/**
 * Refuses what was not found. Said only of a file that was read whole: of a broken one nobody knows what it would name,
 * and a row that may name it is not taken either.
 */
export function refuseUnknown<Column extends string>(
  { parents, source }: FolderReading,
  cells: RowReader<Column>,
  { column, file, ref }: ParentCell<Column>,
): void {
  if (!parents[file].isWhole) cells.isSound = false
  else cells.refuse(column, { key: 'unknown-reference', params: { ref, file: source.nameOf(file) } })
}

export const noteRow = (
  { report, source }: FolderReading,
  file: ImportFile,
  line: number | null,
  column: string,
  remark: Remark,
) => report.notice({ file: source.nameOf(file), line, column, written: null, remark })

/** A photo whose accompaniment is another structure's. */
export function isOfAnother({ parents }: FolderReading, cited: readonly ParentCell[]): boolean {
  const [structure, accompaniment] = cited.map(({ file, ref }) => parents[file].get(ref))
  if (!structure?.id || !accompaniment?.id) return false
  return accompaniment.organisationId !== structure.id
}
