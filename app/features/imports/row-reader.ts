import { isBlank } from '#app/kernel/clean-text.ts'
import type { Day } from '#app/kernel/day.ts'
import { type ReadCell, reference, referenceList } from './cells.ts'
import type { WrittenRow } from './folder.ts'
import type { ParentCell, ParentFile } from './parent-refs.ts'
import type { Reason } from './reasons.ts'

/** What a spreadsheet leaves in a cell whose formula failed, in English and in French. */
const failedFormula =
  /^#(?:N\/A|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!|GETTING_DATA)$/i

/** Reads the cells of one row by their column, and notes every one that is refused. */
export class RowReader<Column extends string> {
  /** Stays true while no cell was refused. */
  isSound = true
  /** `ref` or `code`, as soon as it was read: others may name a row that is itself refused. */
  ref: string | null = null
  /** The cells that name rows of other files. */
  readonly cited: ParentCell<Column>[] = []
  #refColumn: string | null = null
  /**
   * What the row says, whatever the way it was written: `1,50` and `1.5`, `05/01/2025` and `2025-01-05` are one meaning.
   * Unknown cells are not part of it, so that a column added to the format later changes no known row.
   */
  readonly #meaning: [string, unknown][] = []

  constructor(
    private readonly row: WrittenRow,
    private readonly positions: ReadonlyMap<string, number>,
    private readonly today: Day,
    private readonly note: (column: string | null, written: string | null, reason: Reason) => void,
  ) {}

  optional<T>(column: Column, read: ReadCell<T>): T | null {
    const position = this.positions.get(column)
    const written = position === undefined ? '' : (this.row.cells[position] ?? '')
    if (written === '' || isBlank(written)) return null
    const trimmed = written.trim()
    const reading = failedFormula.test(trimmed)
      ? { refused: { key: 'cell-error' as const } }
      : read(trimmed, this.today)
    if ('refused' in reading) {
      this.#refuse(column, trimmed, reading.refused)
      return null
    }
    this.#meaning.push([column, reading.value])
    return reading.value
  }

  required<T>(column: Column, read: ReadCell<T>): T | null {
    const value = this.optional(column, read)
    if (value === null && !this.isFilled(column)) this.#refuse(column, null, { key: 'required' })
    if ((column === 'ref' || column === 'code') && typeof value === 'string') {
      this.ref = value
      this.#refColumn = column
    }
    return value
  }

  /** A cell that names a row of another file; what it names is looked for once the part is read, sound row or not. */
  names(column: Column, file: ParentFile, need: 'required' | 'optional'): string | null {
    const ref = this[need](column, reference)
    if (ref !== null) this.cited.push({ column, file, ref })
    return ref
  }

  namesSeveral(column: Column, file: ParentFile): string[] {
    const refs = this.optional(column, referenceList) ?? []
    for (const ref of refs) this.cited.push({ column, file, ref })
    return refs
  }

  /** Refuses a value for what another column says. */
  refuse(column: Column, reason: Reason): null {
    this.#refuse(column, this.row.cells[this.positions.get(column) ?? -1]?.trim() ?? null, reason)
    return null
  }

  refuseRef(reason: Reason): void {
    this.#refuse(this.#refColumn ?? 'ref', this.ref, reason)
  }

  /** Refuses the row for its shape rather than for one of its columns. */
  refuseRow(reason: Reason, written: string | null): void {
    this.isSound = false
    this.note(null, written, reason)
  }

  /** The same for the same meaning; `named` gives the present name of what a cell refers to. */
  meaning(named: ReadonlyMap<string, string | null> = new Map()): string {
    const entries = this.#meaning.map(([column, value]) => [column, named.get(column) ?? value])
    return JSON.stringify(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
  }

  /** Whether anything is written there, right or wrong. */
  isFilled(column: Column): boolean {
    const position = this.positions.get(column)
    return position !== undefined && !isBlank(this.row.cells[position] ?? '')
  }

  #refuse(column: string, written: string | null, reason: Reason): void {
    this.isSound = false
    this.note(column, written, reason)
  }
}
