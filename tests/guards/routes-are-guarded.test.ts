import { describe, expect, it } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import routes from '#app/routes.ts'

provideEnvironment({
  APP_SECRET: 'a-secret-for-a-test-that-opens-nothing',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
})
const modules = import.meta.glob<Record<string, unknown>>('/app/routes/**/*.{ts,tsx}')
const { guardOf } = await import('#app/http/guard.server.ts')

type Entry = { file: string; children?: Entry[] }
const declared = (entries: readonly Entry[]): string[] =>
  entries.flatMap(entry => [`/app/${entry.file}`, ...declared(entry.children ?? [])])

describe('every route', async () => {
  for (const [file, load] of Object.entries(modules)) {
    const { loader, action } = await load()
    it(`${file} has guarded doors only`, () => {
      if (loader !== undefined) expect(guardOf(loader), 'loader').not.toBeNull()
      if (action !== undefined) expect(guardOf(action), 'action').not.toBeNull()
    })
  }

  it('is reached by an address of routes.ts', () => {
    expect([...Object.keys(modules)].sort()).toEqual([...new Set(declared(listOf(routes)))].sort())
  })
})

/** routes.ts may give its list or the promise of it; ours is a list. */
function listOf(config: typeof routes): readonly Entry[] {
  if (!Array.isArray(config)) throw new Error('routes.ts gives a list')
  return config
}
