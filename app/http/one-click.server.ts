import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import type { Failure } from '#app/kernel/result.ts'
import { brand, enter, publicPage, withDatabase } from './guard.server.ts'

/** Where a person who opens the address of a machine is led: the page of the same link, which asks her first. */
export const toLinkPage = publicPage('only leads to the page of the same link', ({ params }: LoaderFunctionArgs) =>
  redirect(`/r/${params.token ?? ''}`),
)

/**
 * What a mailbox asks by itself when its user presses "unsubscribe" (RFC 8058): one POST whose body says so, without
 * cookie. The personal link in the address is the only right.
 */
export function oneClick<S extends InputSchema, Subject, V, F extends Failure>(command: Command<S, Subject, V, F>) {
  const action = async (args: ActionFunctionArgs): Promise<Response> => {
    const { request } = args
    if (request.method !== 'POST') throw new Response(null, { status: 405 })
    const asked = await request.formData().then(
      form => form.get('List-Unsubscribe') === 'One-Click',
      () => false,
    )
    if (!asked) return new Response(null, { status: 400 })
    const { door } = await enter(args)
    const outcome = await withDatabase(() => execute(command, door, {}))
    return new Response(null, { status: outcome.kind === 'done' ? 200 : 404 })
  }
  return brand(action, `command ${command.name}, in one click`)
}
