import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { InputSchema } from '#app/access/command.server.ts'
import {
  type AccountCommand,
  type AccountHolder,
  executeAccount,
  executePublic,
  type IdentityAnswer,
  type PublicCommand,
  type Visitor,
} from '#app/access/identity-command.server.ts'
import { foundSignIn, isComplete } from '#app/features/sign-in/current-sign-in.server.ts'
import type { FailureTag } from '#app/i18n/catalogue.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { Failure } from '#app/kernel/result.ts'
import { log } from '#app/server/log.ts'
import { formReply, readForm, type SentForm, statusOf } from './form.server.ts'
import { brand, requireSignIn, withDatabase } from './guard.server.ts'
import { localeOf } from './locale.server.ts'
import { type Toast, toastCookie } from './toast.server.ts'
import { shownLocale } from './visitor-page.server.ts'

type DoneArgs = { params: ActionFunctionArgs['params']; request: Request; form: SentForm; locale: Locale }
/** Where to go and what to say there; or what to show once, on the same page. */
export type Done =
  | { to: string; toast?: Toast; cookies?: readonly string[]; clearSiteData?: true }
  | { show: Record<string, unknown> }
type Options<V> = {
  /** What the command is asked; by default the form's fields, under the path's parameters. */
  input?: (args: { params: ActionFunctionArgs['params']; form: SentForm }) => unknown
  done: (value: V, args: DoneArgs) => Done | Promise<Done>
}
type Handle<Holder> = (
  args: ActionFunctionArgs,
  form: SentForm,
  holder: Holder,
) => Promise<Response | ReturnType<typeof data>>
export type PublicForm = { name: string; handle: Handle<null> }
export type AccountForm = { name: string; handle: Handle<AccountHolder> }

/** Ties a command of a visitor to a form. */
export function onPublic<S extends InputSchema, V, F extends Failure<FailureTag>>(
  command: PublicCommand<S, V, F>,
  options: Options<V>,
): PublicForm {
  return {
    name: command.name,
    handle: (args, form) =>
      answered(args, form, options, () => executePublic(command, visitorOf(args), inputOf(args, form, options))),
  }
}

/** Ties a command of a signed-in person, about herself, to a form. */
export function onAccount<S extends InputSchema, V, F extends Failure<FailureTag>>(
  command: AccountCommand<S, V, F>,
  options: Options<V>,
): AccountForm {
  return {
    name: command.name,
    handle: (args, form, holder) =>
      answered(args, form, options, () =>
        executeAccount(command, visitorOf(args), holder, inputOf(args, form, options)),
      ),
  }
}

/** An action for anybody, each form named by its `_form` field. */
export function publicAct(forms: Record<string, PublicForm>) {
  return brand(
    async (args: ActionFunctionArgs) => {
      const form = await postedForm(args)
      return chosen(forms, form).handle(args, form, null)
    },
    `commands ${namesOf(forms)}`,
  )
}

/** An action of a signed-in person about herself. `half`: of one whose second factor is still to be given. */
export function personalAct(forms: Record<string, AccountForm>, { half = false }: { half?: boolean } = {}) {
  return brand(
    async (args: ActionFunctionArgs) => {
      const signIn = half ? await halfSignIn(args) : await requireSignIn(args)
      const form = await postedForm(args)
      return chosen(forms, form).handle(args, form, signIn)
    },
    `commands ${namesOf(forms)}`,
  )
}

async function halfSignIn(args: ActionFunctionArgs) {
  const signIn = await withDatabase(() => foundSignIn(args))
  if (!signIn || isComplete(signIn)) throw redirect('/connexion')
  return signIn
}

async function postedForm({ request }: ActionFunctionArgs): Promise<SentForm> {
  if (request.method !== 'POST') throw new Response(null, { status: 405 })
  return readForm(request)
}

function chosen<F>(forms: Record<string, F>, form: SentForm): F {
  const found = Object.hasOwn(forms, form.name) ? forms[form.name] : undefined
  if (!found) throw new Response(null, { status: 400 })
  return found
}

const namesOf = (forms: Record<string, { name: string }>) =>
  Object.values(forms)
    .map(form => form.name)
    .join(', ')

const visitorOf = ({ request, context }: ActionFunctionArgs): Visitor => ({
  address: context.clientAddress,
  headers: request.headers,
  locale: localeOf(request),
})

function inputOf<V>({ params }: ActionFunctionArgs, form: SentForm, options: Options<V>): unknown {
  if (options.input) return options.input({ params, form })
  const { '*': _rest, ...own } = params
  return { ...form.values, ...own }
}

async function answered<V>(
  { params, request, context }: ActionFunctionArgs,
  form: SentForm,
  options: Options<V>,
  execute: () => Promise<IdentityAnswer<V>>,
) {
  const locale = await withDatabase(() => shownLocale({ request, context }))
  const { outcome, cookies, afterwards } = await withDatabase(execute)
  for (const work of afterwards) setImmediate(() => work().catch(noteFailure))
  const headers = new Headers(cookies.map(line => ['Set-Cookie', line] as [string, string]))
  if (outcome.kind === 'not-found' || outcome.kind === 'second-factor') throw new Response(null, { status: 404 })
  if (outcome.kind !== 'done') {
    const isSpent = outcome.kind === 'failed' && outcome.failure.params?.minutes !== undefined
    const status = isSpent ? 429 : statusOf(outcome.kind)
    return data(formReply(withoutSecrets(form), outcome, locale), { status, headers })
  }
  const done = await withDatabase(async () => options.done(outcome.value, { params, request, form, locale }))
  if ('show' in done) return data({ shown: done.show }, { headers })
  // What the browser kept of these pages goes; its cookies stay, the language being one.
  if (done.clearSiteData) headers.set('Clear-Site-Data', '"cache", "storage"')
  if (done.toast) headers.append('Set-Cookie', toastCookie(done.toast))
  for (const line of done.cookies ?? []) headers.append('Set-Cookie', line)
  return redirect(done.to, { headers })
}

/** What was typed is given back, save what nobody should read over a shoulder or in a page's source. */
function withoutSecrets(form: SentForm): SentForm {
  const raw = Object.entries(form.raw).filter(([name]) => !/password|code/i.test(name))
  return { ...form, raw: Object.fromEntries(raw) }
}

function noteFailure(error: unknown): void {
  log.error(
    { err: error instanceof Error ? { name: error.name, stack: error.stack } : {} },
    'work after an answer failed',
  )
}
