import type { LoaderFunctionArgs } from '@remix-run/node'
import type { InputSchema } from '#app/access/command.server.ts'
import { type Query, read } from '#app/access/query.server.ts'
import { addressInput, brand, enter, withDatabase } from './guard.server.ts'

type Picture = { type: string; body: Uint8Array }

/**
 * A loader that answers a picture of a page, by the rights of whoever reads the page; as the page itself, the browser keeps
 * no copy of it.
 */
export function picture<S extends InputSchema, Subject, V>(
  query: Query<S, Subject, V>,
  draw: (value: V) => Promise<Picture | null>,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<Response> => {
    const { door } = await enter(args)
    const outcome = await withDatabase(() => read(query, door, addressInput(args)))
    const drawn = outcome.kind === 'done' ? await draw(outcome.value) : null
    if (!drawn) throw new Response(null, { status: 404 })
    return new Response(new Uint8Array(drawn.body), {
      headers: { 'Content-Type': drawn.type, 'Content-Disposition': 'inline' },
    })
  }
  return brand(loader, `query ${query.name}`)
}
