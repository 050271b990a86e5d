import type { LoaderFunctionArgs } from '@remix-run/node'
import type { InputSchema } from '#app/access/command.server.ts'
import type { Query } from '#app/access/query.server.ts'
import { brand, type PageOptions, page } from './guard.server.ts'

/**
 * A page beside which the outside world is asked something: once the transaction has ended, so that nothing is held while
 * it answers, and only for whoever may read the page.
 */
export function pageBeside<S extends InputSchema, Subject, V, B>(
  query: Query<S, Subject, V>,
  { beside, ...options }: PageOptions<V> & { beside: (value: V, args: LoaderFunctionArgs) => Promise<B> },
) {
  const read = page(query, options)
  const loader = async (args: LoaderFunctionArgs) => {
    const shown = await read(args)
    return { ...shown, beside: await beside(shown.page, args) }
  }
  return brand(loader, `query ${query.name}, and the outside world`)
}
