import type { Failure } from '#app/kernel/result.ts'

/** What a use case answers to its caller, whatever the way it was called. */
export type Outcome<V> =
  | { kind: 'done'; value: V }
  | { kind: 'invalid'; fields: FieldErrors }
  | { kind: 'not-found' }
  /** She may, once a second factor proves that it is her. */
  | { kind: 'second-factor' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'conflict'; current: ConflictTexts }

/** Message keys by field name; the empty name is the form itself. */
export type FieldErrors = Record<string, string[]>

/** What stands in the database now, by field name, for the one who lost the race: both texts are shown. */
export type ConflictTexts = { version: number; values: Record<string, string>; changedBy?: string }

/** Thrown by a command's `run` when the row was changed since it was read; rolls back. */
export class Conflict extends Error {
  constructor(readonly current: ConflictTexts) {
    super('changed since it was read')
  }
}

/** Thrown by a command's `run` whose fields are known only once its subject is read; rolls back. */
export class Invalid extends Error {
  constructor(readonly fields: FieldErrors) {
    super('fields refused')
  }
}

/** PostgreSQL is away: 503, and it recovers by itself. */
export class Unavailable extends Error {}

/** Trying again would fail again: the job is given up at once, and shown with its reason. */
export class Permanent extends Error {}
