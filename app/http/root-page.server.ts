import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { reachOfUser } from '#app/access/reach.server.ts'
import { currentSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { spacesOf } from '#app/features/sign-in/spaces.ts'
import { wordsFor } from '#app/i18n/translate.server.ts'
import { isCookieless } from './cookieless.ts'
import { publicPage, withDatabase } from './guard.server.ts'
import { askedLocale, localeOf } from './locale.server.ts'
import { toastCookie, toastOf } from './toast.server.ts'

/** What every page needs: its language, the common words, what was just done. */
export const rootLoader = publicPage(
  'language and common words, on every page',
  async ({ request, context }: LoaderFunctionArgs) => {
    if (isCookieless(new URL(request.url).pathname)) {
      const locale = askedLocale(request)
      const words = wordsFor(locale, ['common', 'toasts'])
      return data({
        locale,
        words,
        toast: null,
        requestId: context.requestId,
        user: null,
        spaces: [],
        writesOffline: false,
      })
    }
    const signIn = await withDatabase(() => currentSignIn({ request, context }))
    const locale = signIn?.locale ?? localeOf(request)
    const toast = toastOf(request)
    const reach = signIn ? await withDatabase(() => reachOfUser(signIn.userId)) : []
    return data(
      {
        locale,
        words: wordsFor(locale, ['common', 'toasts']),
        toast,
        requestId: context.requestId,
        spaces: spacesOf(reach),
        writesOffline: reach.some(({ kind }) => kind === 'consultant'),
        user: signIn && { name: signIn.name, email: signIn.email },
      },
      { headers: toast ? { 'Set-Cookie': toastCookie(null) } : {} },
    )
  },
)
