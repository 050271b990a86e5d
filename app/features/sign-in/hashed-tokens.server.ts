import type { DBAdapterInstance, Where } from 'better-auth/types'
import { sha256 } from '#app/access/sha256.server.ts'

/**
 * Keeps of a sign-in's token only its hash: better-auth would store it as the cookie carries it, so that a copy of the
 * database would open every sign-in of the day to whoever also has the secret of the signature (reliability AUT-08).
 */
export function withHashedTokens(make: DBAdapterInstance): DBAdapterInstance {
  return options => {
    const adapter = make(options)
    return {
      ...adapter,
      // biome-ignore lint/suspicious/noExplicitAny: better-auth's own bound for a row
      async create<T extends Record<string, any>, R = T>(args: Parameters<typeof adapter.create<T, R>>[0]) {
        const token = args.model === 'session' ? textOf(args.data, 'token') : null
        if (token === null) return adapter.create<T, R>(args)
        const data = Object.assign({}, args.data, { token: sha256(token) })
        const row = await adapter.create<T, R>({ ...args, data })
        if (typeof row === 'object' && row !== null) Object.assign(row, { token })
        return row
      },
      findOne: args => adapter.findOne(hashed(args)),
      findMany: args => adapter.findMany(hashed(args)),
      update: args => adapter.update(hashed(args)),
      delete: args => adapter.delete(hashed(args)),
      deleteMany: args => adapter.deleteMany(hashed(args)),
    }
  }
}

function hashed<A extends { model: string; where?: Where[] }>(args: A): A {
  if (args.model !== 'session') return args
  return {
    ...args,
    where: args.where?.map(condition =>
      condition.field === 'token' && typeof condition.value === 'string'
        ? { ...condition, value: sha256(condition.value) }
        : condition,
    ),
  }
}

function textOf(row: object, name: string): string | null {
  const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}
