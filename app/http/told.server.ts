import type { Command, InputSchema } from '#app/access/command.server.ts'
import { execute } from '#app/access/command.server.ts'
import type { FailureTag } from '#app/i18n/catalogue.ts'
import type { Failure } from '#app/kernel/result.ts'
import { statusOf } from './form.server.ts'
import { type FormAction, withDatabase } from './guard.server.ts'

/** A command that a script of the page calls: what it answers is read, not followed. */
export function told<S extends InputSchema, Subject, V, F extends Failure<FailureTag>>(
  command: Command<S, Subject, V, F>,
  reply: (value: V) => Response,
): FormAction {
  return {
    command,
    handle: async ({ door }, form) => {
      const outcome = await withDatabase(() => execute(command, door, form.values))
      if (outcome.kind === 'done') return reply(outcome.value)
      if (outcome.kind === 'not-found' || outcome.kind === 'second-factor') return Response.json({}, { status: 404 })
      const current = outcome.kind === 'conflict' ? { version: outcome.current.version } : {}
      return Response.json(current, { status: statusOf(outcome.kind) })
    },
  }
}
