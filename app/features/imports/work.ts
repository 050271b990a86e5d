import type { Day } from '#app/kernel/day.ts'
import type { ProgrammeLight } from './case-plan.ts'
import type { ParentCell } from './child-files.ts'
import type { FolderSource, ImportFile } from './folder.ts'
import { type ParentFile, ParentRefs } from './parent-refs.ts'
import type { Remark } from './reasons.ts'
import type { ImportReport } from './report.ts'

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

/** The name of a file that others refer to; null when it could not be read whole, and nobody knows what it would name. */
export const fileOf = ({ parents, source }: FolderReading, file: ParentFile) =>
  parents[file].isWhole ? source.nameOf(file) : null

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

export const soundOf = <Row extends { cells: { isSound: boolean } }>(found: Row[]): Row[] =>
  found.filter(({ cells }) => cells.isSound)
