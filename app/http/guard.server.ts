import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { i18n } from 'i18next'
import { type AnyCommand, type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import { databaseTrouble } from '#app/access/database-errors.ts'
import { type Outcome, Unavailable } from '#app/access/outcome.ts'
import { type Query, type QueryAnswering, read } from '#app/access/query.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { type CurrentSignIn, currentSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import type { FailureTag, Namespace } from '#app/i18n/catalogue.ts'
import { wordsFor, wordsIn } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Failure } from '#app/kernel/result.ts'
import type { Space, TenantDoor } from '#db/tenant.ts'
import { type KeptDraft, placeOf } from './drafts.ts'
import { formReply, longerForm, readForm, type SentForm, statusOf } from './form.server.ts'
import { localeOf } from './locale.server.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { type Toast, toastCookie } from './toast.server.ts'

/** Marks loaders and actions made here; a guard test refuses any other (reliability F9). */
const guarded: unique symbol = Symbol.for('sillage.guarded')
type Guarded = { readonly [guarded]: string }

export function brand<F extends object>(handler: F, why: string): F & Guarded {
  return Object.assign(handler, { [guarded]: why })
}
export const guardOf = (handler: unknown): string | null =>
  typeof handler === 'function' && guarded in handler && typeof handler[guarded] === 'string' ? handler[guarded] : null

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** Where the operator of a page comes from: `/o/:operator/…` and `/consultant/:operator/…`, or a personal link `/r/:token`. */
type Entrance = { door: TenantDoor; signIn: CurrentSignIn | null; locale: Locale }

export async function enter(args: Args): Promise<Entrance> {
  const { request, params } = args
  if (params.token !== undefined)
    return { door: { kind: 'link', tokenHash: sha256(params.token) }, signIn: null, locale: localeOf(request) }
  const signIn = await requireSignIn(args)
  return {
    door: {
      kind: 'user',
      userId: signIn.userId,
      operatorSlug: params.operator ?? '',
      secondFactor: signIn.secondFactor,
      ...spaceOf(new URL(request.url).pathname),
    },
    signIn,
    locale: signIn.locale,
  }
}

const spaces = { consultant: 'consultant', financeur: 'funder', reseau: 'network' } as const
const hasSpace = (name: string): name is keyof typeof spaces => Object.hasOwn(spaces, name)

/** Addresses of the team have none: whoever works there is of the team first. */
function spaceOf(pathname: string): { space?: Space } {
  const [, first = ''] = pathname.replace(/\.data$/, '').split('/')
  return hasSpace(first) ? { space: spaces[first] } : {}
}

/** The signed-in person, or a redirection to the sign-in page that comes back here. */
export async function requireSignIn({ request, context }: Args): Promise<CurrentSignIn> {
  const signIn = await withDatabase(() => currentSignIn({ request, context }))
  if (signIn) return signIn
  const url = new URL(request.url)
  const path = `${url.pathname.replace(/\.data$/, '')}${url.search}`
  throw redirect(request.method === 'GET' ? `/connexion?vers=${encodeURIComponent(path)}` : '/connexion')
}

export type PageOptions<V> = {
  /** Namespaces of sentences that the page shows, besides `common`. */
  words: readonly Namespace[]
  /** The page's title, in the window and in history: the route's `meta` is `titled`. */
  title?: (t: i18n['t'], value: V, locale: Locale) => string
  /** What the query is asked; by default the address: path parameters over search parameters. */
  input?: (args: LoaderFunctionArgs) => unknown
  /** Given, the forms of this page that ask for it are kept while they are typed. */
  drafts?: QueryAnswering<KeptDraft[]>
}

/** What every page's loader gives to its route, besides the query's own answer. */
export type PageData<V> = {
  page: V
  formKey: string
  words: Record<string, object>
  locale: Locale
  title: string | null
  drafts?: { operator: string; kept: KeptDraft[] }
}

/** A loader that answers one query of one operator. */
export function page<S extends InputSchema, Subject, V>(query: Query<S, Subject, V>, options: PageOptions<V>) {
  const loader = async (args: LoaderFunctionArgs): Promise<PageData<V>> => {
    const { door, locale } = await enter(args)
    const value = accepted(await withDatabase(() => read(query, door, (options.input ?? addressInput)(args))))
    const title = options.title?.(wordsIn(locale).t, value, locale) ?? null
    const base = { page: value, formKey: newId(), locale, title }
    const kept = options.drafts && (await draftsOn(args, door, options.drafts))
    if (!kept) return { ...base, words: wordsFor(locale, options.words) }
    return { ...base, words: wordsFor(locale, [...options.words, 'drafts']), drafts: kept }
  }
  return brand(loader, `query ${query.name}`)
}

/** None is no reason to refuse the page: she may read it and write nothing there. */
async function draftsOn({ request, params }: Args, door: TenantDoor, query: QueryAnswering<KeptDraft[]>) {
  const place = placeOf(new URL(request.url))
  const outcome = await withDatabase(() => read(query, door, { place }))
  return outcome.kind === 'done' ? { operator: params.operator ?? '', kept: outcome.value } : undefined
}

/** Path parameters over search parameters of the same name; technical ones are left out. */
export function addressInput({ request, params }: Args): Record<string, unknown> {
  const { operator: _operator, token: _token, '*': _rest, ...own } = params
  const search: Record<string, unknown> = Object.create(null)
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name.startsWith('_') || ['index', '__proto__', 'constructor', 'prototype'].includes(name)) continue
    const known = search[name]
    search[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return { ...search, ...own }
}

/** Where she gives herself a second factor, when what she asks for needs one. */
export const secondFactorAddress = '/compte/double-authentification'

/** A query's answer, or the response that says why there is none. */
function accepted<V>(outcome: Outcome<V>): V {
  if (outcome.kind === 'done') return outcome.value
  if (outcome.kind === 'second-factor') throw redirect(secondFactorAddress)
  throw new Response(null, { status: outcome.kind === 'invalid' ? 400 : 404 })
}

type DoneArgs = { params: ActionFunctionArgs['params']; request: Request; form: SentForm; locale: Locale }
type ActOptions<V> = {
  /** What the command is asked; by default the form's fields, under the path's parameters. */
  input?: (args: { params: ActionFunctionArgs['params']; request: Request; form: SentForm }) => unknown
  /** Where to go once it is done, and what to say there. */
  done: OnDone<V>
}
export type OnDone<V> = (value: V, args: DoneArgs) => { to: string; toast?: Toast }
export type FormAction = {
  command: AnyCommand
  handle: (entrance: Entrance, form: SentForm, args: ActionFunctionArgs) => Promise<Response | ReturnType<typeof data>>
}

/** Ties a command to a form. Each way in which it may refuse must have its sentence: a missing one does not compile. */
export function on<S extends InputSchema, Subject, V, F extends Failure<FailureTag>>(
  command: Command<S, Subject, V, F>,
  options: ActOptions<V>,
): FormAction {
  return {
    command,
    handle: async ({ door, locale }, form, { params, request }) => {
      const input = options.input ? options.input({ params, request, form }) : { ...form.values, ...pathInput(params) }
      const outcome = await withDatabase(() => execute(command, door, input, optionsOf(form)))
      if (outcome.kind === 'not-found') throw new Response(null, { status: 404 })
      if (outcome.kind === 'second-factor') return redirect(secondFactorAddress)
      if (outcome.kind !== 'done') return refusal(form, outcome, locale)
      const { to, toast } = options.done(outcome.value, { params, request, form, locale })
      return redirect(to, toast ? { headers: { 'Set-Cookie': toastCookie(toast) } } : {})
    },
  }
}

/** The form again, with what was refused beside what was typed. */
export const refusal = (form: SentForm, outcome: Parameters<typeof formReply>[1], locale: Locale) =>
  data(formReply(form, outcome, locale), { status: statusOf(outcome.kind) })

const optionsOf = ({ key, draft, name }: SentForm) => ({
  ...(key && { formKey: key }),
  ...(draft && { draft: { place: draft, form: name } }),
})

function pathInput(params: ActionFunctionArgs['params']) {
  const { operator: _operator, token: _token, '*': _rest, ...own } = params
  return own
}

/** An action that answers the forms of a page, each named by its `_form` field; `take.*` answers all that begin so. */
export function act(forms: Record<string, FormAction>) {
  const action = async (args: ActionFunctionArgs) => {
    const entrance = await enter(args)
    if (args.request.method !== 'POST') throw new Response(null, { status: 405 })
    const form = await readForm(args.request)
    const name = Object.hasOwn(forms, form.name) ? form.name : form.name.replace(/\..*$/s, '.*')
    const chosen = Object.hasOwn(forms, name) ? forms[name] : undefined
    if (!chosen) throw new Response(null, { status: 400 })
    if (form.more) return data(longerForm(form))
    return chosen.handle(entrance, form, args)
  }
  return brand(
    action,
    `commands ${Object.values(forms)
      .map(form => form.command.name)
      .join(', ')}`,
  )
}

/** A loader or an action that no operator's rights protect; says in writing why it needs none. */
export function publicPage<A extends Args, R>(reason: string, handler: (args: A) => R) {
  return brand((args: A) => handler(args), `public: ${reason}`)
}

/** PostgreSQL away: 503 and an invitation to retry, never a 500. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unavailable || databaseTrouble(error) === 'away')
      throw new Response(null, { status: 503, headers: { 'Retry-After': retryAfterSeconds } })
    throw error
  }
}
