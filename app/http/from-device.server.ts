import { type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import type { Outcome } from '#app/access/outcome.ts'
import type { FailureTag } from '#app/i18n/catalogue.ts'
import type { Failure } from '#app/kernel/result.ts'
import { formReply, type SentForm, statusOf } from './form.server.ts'
import { type FormAction, withDatabase } from './guard.server.ts'
import { type Taking, takeIn } from './receive.server.ts'

type Told<V> = (value: V) => Record<string, string>

/**
 * Ties a command to a form that a device sends by itself, maybe days after it was written: the answer is read by a script,
 * and the form names who wrote it, since somebody else may have signed in there meanwhile.
 */
export function fromDevice<S extends InputSchema, Subject, V, F extends Failure<FailureTag>>(
  command: Command<S, Subject, V, F>,
  told: Told<V>,
): FormAction {
  return {
    command,
    handle: async ({ door, signIn, locale }, form, { params }) => {
      const { person, ...values } = form.values
      if (!signIn || person !== signIn.userId) return notHers()
      const { operator: _operator, token: _token, '*': _rest, ...address } = params
      const input = { ...values, ...address }
      const outcome = await withDatabase(() => execute(command, door, input, form.key ? { formKey: form.key } : {}))
      return answer(form, outcome, { told, locale })
    },
  }
}

/** The same for a form that carries a file. */
export function fileFromDevice<S extends InputSchema, Subject, V, F extends Failure<FailureTag>, Room extends object>(
  command: Command<S, Subject, V, F>,
  taking: Taking<Room>,
  told: Told<V>,
): FormAction {
  return {
    command,
    handle: async (asked, form, { params }) => {
      const { person, ...values } = form.values
      if (!asked.signIn || person !== asked.signIn.userId) return notHers()
      const outcome = await takeIn(command, taking, { door: asked.door, form: { ...form, values }, params })
      return answer(form, outcome, { told, locale: asked.locale })
    },
  }
}

const notHers = () => Response.json({}, { status: 403 })

function answer<V>(
  form: SentForm,
  outcome: Outcome<V>,
  { told, locale }: { told: Told<V>; locale: Parameters<typeof formReply>[2] },
): Response {
  if (outcome.kind === 'done') return Response.json(told(outcome.value))
  if (outcome.kind === 'not-found' || outcome.kind === 'second-factor') return Response.json({}, { status: 404 })
  return Response.json(formReply(form, outcome, locale), { status: statusOf(outcome.kind) })
}
