/** What a rule or a use case answers when it refuses. The tag names the refusal; the words are found in the catalogue. */
export type Failure<Tag extends string = string> = {
  readonly tag: Tag
  readonly params?: Readonly<Record<string, string | number>>
  /** The field of the form that the refusal is about. */
  readonly field?: string
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Failed<F extends Failure> = { readonly ok: false; readonly failure: F }
export type Result<T, F extends Failure = Failure> = Ok<T> | Failed<F>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function fail<const Tag extends string>(
  tag: Tag,
  params?: Failure['params'],
  field?: string,
): Failed<Failure<Tag>> {
  return { ok: false, failure: { tag, ...(params && { params }), ...(field !== undefined && { field }) } }
}
