import type { LoaderFunctionArgs } from '@remix-run/node'
import type { InputSchema } from '#app/access/command.server.ts'
import { type Query, read } from '#app/access/query.server.ts'
import { addressInput, brand, enter, withDatabase } from './guard.server.ts'

type Picture = { type: string; body: Uint8Array }

/**
 * A loader that answers a picture of a page. Its address names the file, whose bytes never change: the browser keeps it for
 * whoever asked, and asks again the next day.
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
      headers: {
        'Content-Type': drawn.type,
        'Content-Disposition': 'inline',
        'Cache-Control': 'private, max-age=86400',
      },
    })
  }
  return brand(loader, `query ${query.name}`)
}
