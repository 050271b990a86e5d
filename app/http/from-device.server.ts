import { type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import type { FailureTag } from '#app/i18n/catalogue.ts'
import type { Failure } from '#app/kernel/result.ts'
import { formReply, statusOf } from './form.server.ts'
import { type FormAction, withDatabase } from './guard.server.ts'

/**
 * Ties a command to a form that a device sends by itself, maybe days after it was written: the answer is read by a script,
 * and the form names who wrote it, since somebody else may have signed in there meanwhile.
 */
export function fromDevice<S extends InputSchema, Subject, V, F extends Failure<FailureTag>>(
  command: Command<S, Subject, V, F>,
): FormAction {
  return {
    command,
    handle: async ({ door, signIn, locale }, form, { params }) => {
      const { person, ...values } = form.values
      if (!signIn || person !== signIn.userId) return Response.json({}, { status: 403 })
      const { operator: _operator, token: _token, '*': _rest, ...address } = params
      const input = { ...values, ...address }
      const outcome = await withDatabase(() => execute(command, door, input, form.key ? { formKey: form.key } : {}))
      if (outcome.kind === 'done') return Response.json({})
      if (outcome.kind === 'not-found' || outcome.kind === 'second-factor') return Response.json({}, { status: 404 })
      return Response.json(formReply(form, outcome, locale), { status: statusOf(outcome.kind) })
    },
  }
}
