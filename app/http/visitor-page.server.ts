import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { InputSchema } from '#app/access/command.server.ts'
import type { AccountQuery } from '#app/access/identity-query.server.ts'
import { readAccount } from '#app/access/identity-query.server.ts'
import { currentSignIn, foundSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import type { Namespace } from '#app/i18n/catalogue.ts'
import { wordsFor, wordsIn } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'
import { newId } from '#app/kernel/ids.ts'
import { addressInput, brand, requireSignIn, withDatabase } from './guard.server.ts'
import { ownPath } from './guarded-redirect.ts'
import { firstAddress } from './home-page.server.ts'
import { localeOf } from './locale.server.ts'

type PageOptions = {
  /** Namespaces of sentences that the page shows, besides `common`. */
  words: readonly Namespace[]
  /** The page's title, in the window and in history. */
  title: (t: i18n['t']) => string
}
/** What these pages give to their routes, besides what they are about. */
export type VisitorPageData<V> = {
  page: V
  formKey: string
  words: Record<string, object>
  locale: Locale
  title: string
}

/** The language that the whole page is in: hers when she is signed in, else her browser's. */
export async function shownLocale({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const signIn = await foundSignIn({ request, context })
  return signIn?.locale ?? localeOf(request)
}

async function pageData<V>(args: LoaderFunctionArgs, options: PageOptions, page: V): Promise<VisitorPageData<V>> {
  const locale = await shownLocale(args)
  const title = options.title(wordsIn(locale).t)
  return { page, formKey: newId(), words: wordsFor(locale, options.words), locale, title }
}

/** A page for anybody; says in writing why nobody's rights protect it. */
export function visitorPage<V>(
  reason: string,
  options: PageOptions & { load: (args: LoaderFunctionArgs) => Promise<V> },
) {
  const loader = (args: LoaderFunctionArgs) =>
    withDatabase(async () => pageData(args, options, await options.load(args)))
  return brand(loader, `public: ${reason}`)
}

/** A page of a signed-in person about herself, outside any operator. */
export function personalRead<S extends InputSchema, V>(query: AccountQuery<S, V>, options: PageOptions) {
  const loader = async (args: LoaderFunctionArgs): Promise<VisitorPageData<V>> => {
    const holder = await requireSignIn(args)
    return withDatabase(async () => {
      const outcome = await readAccount(query, holder, addressInput(args))
      if (outcome.kind !== 'done') throw new Response(null, { status: outcome.kind === 'invalid' ? 400 : 404 })
      return pageData(args, options, outcome.value)
    })
  }
  return brand(loader, `account query ${query.name}`)
}

/** The pages of signing in send away who already is, and hold who still owes a second factor. */
export async function leaveIfSignedIn(args: LoaderFunctionArgs): Promise<void> {
  const vers = new URL(args.request.url).searchParams.get('vers')
  const signIn = await currentSignIn(args)
  if (signIn) throw redirect(ownPath(vers, await firstAddress(signIn.userId)))
  if (await foundSignIn(args)) throw redirect(withWayBack('/connexion/verification', vers))
}

/** An address that remembers where the person was going. */
export function withWayBack(address: string, vers: string | null): string {
  const way = ownPath(vers, '')
  return way ? `${address}?vers=${encodeURIComponent(way)}` : address
}
