import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { reachOfUser } from '#app/access/reach.server.ts'
import { currentSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { publicPage, withDatabase } from './guard.server.ts'

/** The first page of a person, from what she reaches: her operator, her missions, her agreements, her network. */
export async function firstAddress(userId: string): Promise<string> {
  const reach = await reachOfUser(userId)
  const member = reach.find(row => row.kind === 'manager' || row.kind === 'practitioner')
  if (member) return `/o/${member.operatorSlug}/aujourdhui`
  if (reach.some(row => row.kind === 'consultant')) return '/consultant'
  if (reach.some(row => row.kind === 'funder')) return '/financeur'
  if (reach.some(row => row.kind === 'network')) return '/reseau'
  return '/compte'
}

export const homeLoader = publicPage(
  'only sends people to their own place',
  async ({ request, context }: LoaderFunctionArgs) => {
    const signIn = await withDatabase(() => currentSignIn({ request, context }))
    return redirect(signIn ? await withDatabase(() => firstAddress(signIn.userId)) : '/connexion')
  },
)
