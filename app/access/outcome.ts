import type { z } from 'zod'
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

/** Message keys by the name of the field as the form wrote it: `needs[0].title`. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) {
    const name = issue.path.reduce<string>(
      (path, part) => (typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${String(part)}` : String(part)),
      '',
    )
    const message =
      issue.code === 'unrecognized_keys'
        ? 'input.unknown-field'
        : issue.message.startsWith('input.')
          ? issue.message
          : 'input.invalid'
    const known = fields[name] ?? []
    fields[name] = [...known, message]
  }
  return fields
}

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
