import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import { fieldErrors, type Outcome } from '#app/access/outcome.ts'
import { type QueryAnswering, read } from '#app/access/query.server.ts'
import type { FailureTag } from '#app/i18n/catalogue.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Failure, ok, type Result } from '#app/kernel/result.ts'
import type { TenantDoor } from '#db/tenant.ts'
import type { SentForm } from './form.server.ts'
import { type FormAction, type OnDone, refusal, secondFactorAddress, withDatabase } from './guard.server.ts'
import { toastCookie } from './toast.server.ts'

/** A file that a form sends, and what becomes of it before its command is run. */
export type Taking<Room> = {
  /** Whether she may, asked before the file is looked at; what it answers is handed to `take`. */
  room: QueryAnswering<Room>
  field: string
  /** The form may come without its file. */
  isOptional?: true
  /** Judges the file and keeps its bytes; what it answers is told to the command, over the form's fields. */
  take: (file: File, room: Room & { formKey: string }) => Promise<Result<Record<string, unknown>, Failure<FailureTag>>>
}
type Receiving<Room, V> = Taking<Room> & { done: OnDone<V> }

/** What else of the form is refused when its file is missing: all of it is said at once. */
function typedWrong({ input }: { input: InputSchema }, { values, raw }: SentForm, address: Record<string, unknown>) {
  const parsed = input.safeParse({ ...values, ...address })
  if (parsed.success) return {}
  return Object.fromEntries(Object.entries(fieldErrors(parsed.error)).filter(([name]) => Object.hasOwn(raw, name)))
}

/** Ties a command to a form that sends a file: its bytes are whole and kept before the command writes its row. */
export function receive<S extends InputSchema, Subject, V, F extends Failure<FailureTag>, Room extends object>(
  command: Command<S, Subject, V, F>,
  { done, ...taking }: Receiving<Room, V>,
): FormAction {
  return {
    command,
    handle: async ({ door, locale }, form, { params, request }) => {
      const outcome = await takeIn(command, taking, { door, form, params })
      if (outcome.kind === 'not-found') throw new Response(null, { status: 404 })
      if (outcome.kind === 'second-factor') return redirect(secondFactorAddress)
      if (outcome.kind !== 'done') return refusal(form, outcome, locale)
      const { to, toast } = done(outcome.value, { params, request, form, locale })
      return redirect(to, toast ? { headers: { 'Set-Cookie': toastCookie(toast) } } : {})
    },
  }
}

type Sent = { door: TenantDoor; form: SentForm; params: ActionFunctionArgs['params'] }

/** Asks for room, keeps the bytes, then runs the command: what it answers. */
export async function takeIn<S extends InputSchema, Subject, V, F extends Failure<FailureTag>, Room extends object>(
  command: Command<S, Subject, V, F>,
  { room, field, isOptional, take }: Taking<Room>,
  { door, form, params }: Sent,
): Promise<Outcome<V>> {
  const { operator: _operator, token: _token, ...address } = params
  const allowed: Outcome<Room> = await withDatabase(() => read(room, door, address))
  if (allowed.kind !== 'done') return { kind: 'not-found' }
  const file = form.files[field]
  if (!file && !isOptional)
    return { kind: 'invalid', fields: { ...typedWrong(command, form, address), [field]: ['input.required'] } }
  const formKey = form.key ?? newId()
  const taken = file ? await take(file, { ...allowed.value, formKey }) : ok({})
  if (!taken.ok) return { kind: 'failed', failure: taken.failure }
  const input = { ...form.values, ...taken.value, ...address }
  return withDatabase(() => execute(command, door, input, { formKey }))
}
