import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { publicPage, withDatabase } from '#app/http/guard.server.ts'
import { identity } from './identity.server.ts'

export const signOutAction = publicPage(
  'ends the sign-in that the cookie names',
  async ({ request }: ActionFunctionArgs) => {
    const answer = await withDatabase(() => identity().api.signOut({ headers: request.headers, asResponse: true }))
    const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"' })
    for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
    return redirect('/connexion', { headers })
  },
)
