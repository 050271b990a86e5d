/** A row that others name by its `ref`. */
export type Parent = {
  /** Null while the row, which is in the folder, is refused itself. */
  id: string | null
  /** Where it stands in this folder; null when an earlier one brought it. */
  line: number | null
  /** Of a structure. */
  department?: string | null
  /** Of an accompaniment. */
  organisationId?: string | null
  /** Of an agreement; empty = all. */
  scope?: { programmes: readonly string[]; departments: readonly string[] }
}

/** The files whose rows others name. */
export const parentFiles = ['structures', 'conventions', 'accompagnements', 'ingenieries'] as const
export type ParentFile = (typeof parentFiles)[number]

/** A cell that names the row of another file. */
export type ParentCell<Column extends string = string> = { column: Column; file: ParentFile; ref: string }

/** What the refs of one file stand for: filled while the file is read, completed from earlier imports afterwards. */
export class ParentRefs {
  /** False when the file could not be read to its end: what it would have named is not known. */
  isWhole = true
  readonly #known = new Map<string, Parent>()

  get(ref: string): Parent | undefined {
    return this.#known.get(ref)
  }

  set(ref: string, parent: Parent): void {
    this.#known.set(ref, parent)
  }

  /** Those of these that no row was found for yet, each once. */
  missing(refs: Iterable<string>): string[] {
    return [...new Set(refs)].filter(ref => !this.#known.has(ref))
  }

  /** Refs by id, for telling people about a row. */
  byId(): Map<string, string> {
    return new Map([...this.#known].flatMap(([ref, { id }]) => (id === null ? [] : [[id, ref]])))
  }
}
