import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { InputSchema } from '#app/access/command.server.ts'
import { executePublic, type PublicCommand } from '#app/access/identity-command.server.ts'
import type { Query } from '#app/access/query.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import type { Failure } from '#app/kernel/result.ts'
import type { TenantDoor } from '#db/tenant.ts'
import { answersBehind } from './across-operators.server.ts'
import { brand, withDatabase } from './guard.server.ts'
import { localeOf } from './locale.server.ts'

type Reader = { userId: string; secondFactor: boolean }
type Feed<R, V> = { type: string; name: string; write: (reader: R, answers: V[]) => string }

/**
 * What a program reads for somebody, by an address that is her secret: the query is asked of each operator that she works
 * for, with the rights that she has there now. An address that is nobody's answers like an unknown page.
 */
export function feedAcrossOperators<
  S extends InputSchema,
  R extends Reader,
  F extends Failure,
  Q extends InputSchema,
  Subject,
  V,
>(open: PublicCommand<S, R, F>, query: Query<Q, Subject, V>, { type, name, write }: Feed<R, V>) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const visitor = { address: context.clientAddress, headers: request.headers, locale: localeOf(request) }
    const { outcome } = await withDatabase(() => executePublic(open, visitor, { token: params.token }))
    if (outcome.kind === 'failed' && outcome.failure.params?.minutes !== undefined)
      return new Response(null, {
        status: 429,
        headers: { 'Retry-After': String(Number(outcome.failure.params.minutes) * 60) },
      })
    if (outcome.kind !== 'done') throw new Response(null, { status: 404 })
    const reader = outcome.value
    const body = write(reader, await withDatabase(async () => answersBehind(await doorsOf(reader), query)))
    // Asked again each time (`Cache-Control`, server/security.ts), so that a right that ends is felt at once; what has not
    // changed is not sent again.
    const tag = `W/"${createHash('sha256').update(body).digest('base64url')}"`
    const headers = { ETag: tag }
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
    return new Response(body, {
      headers: { ...headers, 'Content-Type': type, 'Content-Disposition': `inline; filename="${name}"` },
    })
  }
  return brand(loader, `command ${open.name}, then query ${query.name} of each operator`)
}

/** Where she works: a member by the door of the team, a consultant by her own. */
async function doorsOf({ userId, secondFactor }: Reader): Promise<TenantDoor[]> {
  const doors = new Map<string, TenantDoor>()
  for (const { operatorSlug, kind } of await reachOfUser(userId)) {
    if (kind === 'funder' || kind === 'network') continue
    const space = kind === 'consultant' ? { space: 'consultant' as const } : {}
    doors.set(`${operatorSlug} ${space.space ?? ''}`, { kind: 'user', userId, operatorSlug, secondFactor, ...space })
  }
  return [...doors.values()]
}
