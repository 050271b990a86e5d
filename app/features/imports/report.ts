import { type ImportFile, importFiles } from './folder.ts'
import type { Reason, Remark } from './reasons.ts'

/** Where something stands: the file as it is called in the folder, the line and the column as a spreadsheet shows them. */
export type Spot = { file: string; line: number | null; column: string | null; written: string | null }
export type Refusal = Spot & { reason: Reason }
export type Notice = Spot & { remark: Remark }

/** Rows of a file, by what became of them. */
export type Counts = { created: number; updated: number; unchanged: number; refused: number }

// A folder whose every cell is wrong would otherwise fill the memory with the same sentence.
const mostKept = 20_000
const mostRemarks = 1_000

/**
 * What an import found, filled while the folder is read. It belongs to the caller, so that it is still there after the
 * transaction of a refused folder was rolled back.
 */
export class ImportReport {
  readonly refusals: Refusal[] = []
  readonly notices: Notice[] = []
  #counts = new Map<ImportFile, Counts>()
  /** Of every refusal and notice, kept or not. */
  refusalCount = 0
  noticeCount = 0

  /** Starts again: a transaction that lost a race is run a second time. */
  clear(): void {
    this.refusals.length = 0
    this.notices.length = 0
    this.#counts = new Map()
    this.refusalCount = 0
    this.noticeCount = 0
  }

  get isRefused(): boolean {
    return this.refusalCount > 0
  }

  refuse(refusal: Refusal): void {
    this.refusalCount += 1
    if (this.refusals.length < mostKept) this.refusals.push({ ...refusal, written: shortened(refusal.written) })
  }

  notice(notice: Notice): void {
    this.noticeCount += 1
    if (this.notices.length < mostRemarks) this.notices.push({ ...notice, written: shortened(notice.written) })
  }

  count(file: ImportFile, found: Partial<Counts>): void {
    const counts = this.countsOf(file)
    this.#counts.set(file, {
      created: counts.created + (found.created ?? 0),
      updated: counts.updated + (found.updated ?? 0),
      unchanged: counts.unchanged + (found.unchanged ?? 0),
      refused: counts.refused + (found.refused ?? 0),
    })
  }

  countsOf(file: ImportFile): Counts {
    return this.#counts.get(file) ?? { created: 0, updated: 0, unchanged: 0, refused: 0 }
  }

  /** The files that were there, in the order in which they were read. */
  results(): { file: ImportFile; counts: Counts }[] {
    return importFiles.flatMap(file => {
      const counts = this.#counts.get(file)
      return counts ? [{ file, counts }] : []
    })
  }

  /** The audit line of an import holds what it did, not its thousands of sentences. */
  toJSON(): unknown {
    return this.results()
  }
}

const longestShown = 120
const shortened = (written: string | null) =>
  written !== null && written.length > longestShown ? `${written.slice(0, longestShown)}…` : written
