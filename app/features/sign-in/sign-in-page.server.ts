import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { fieldErrors } from '#app/access/command.server.ts'
import { formReply, readForm } from '#app/http/form.server.ts'
import { publicPage, withDatabase } from '#app/http/guard.server.ts'
import { ownPath } from '#app/http/guarded-redirect.ts'
import { firstAddress } from '#app/http/home-page.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { wordsFor } from '#app/i18n/translate.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail } from '#app/kernel/result.ts'
import { identity } from './identity.server.ts'
import { SignInInput } from './sign-in-input.ts'

export const signInLoader = publicPage('one signs in here', async ({ request }: LoaderFunctionArgs) => ({
  formKey: newId(),
  words: wordsFor(localeOf(request), ['signIn']),
}))

export const signInAction = publicPage('one signs in here', async ({ request }: ActionFunctionArgs) => {
  const locale = localeOf(request)
  const form = await readForm(request)
  const parsed = SignInInput.safeParse(form.values)
  const { password: _password, ...kept } = form.raw
  const shown = { ...form, raw: kept }
  if (!parsed.success)
    return data(formReply(shown, { kind: 'invalid', fields: fieldErrors(parsed.error) }, locale), { status: 422 })
  const answer = await withDatabase(() =>
    identity().api.signInEmail({ body: parsed.data, headers: request.headers, asResponse: true }),
  )
  if (!answer.ok)
    return data(formReply(shown, { kind: 'failed', failure: fail('wrong-credentials').failure }, locale), {
      status: 422,
    })
  const { user }: { user: { id: string } } = await answer.json()
  const to = ownPath(new URL(request.url).searchParams.get('vers'), await withDatabase(() => firstAddress(user.id)))
  return redirect(to, {
    headers: [...answer.headers.getSetCookie()].map(cookie => ['Set-Cookie', cookie] as [string, string]),
  })
})
