import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { DatabaseUrls } from '#db/client.ts'
import { type RuntimeRole, roleUrl } from '#db/roles.ts'
import { execute, inDatabase, SECRET } from './connection.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; template: string }
    redis: { url: string }
    browser: { path: string }
    product: { address: string; dataDir: string }
  }
}

export type TestDatabase = {
  /** As the owner of the tables, who is also the server's superuser. */
  url: string
  /** As each run-time role: what `configureDatabase` takes. */
  urls: DatabaseUrls
  drop(): Promise<void>
}

/** A database of one's own, in the present schema. About 20 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('postgres')
  // The pid tells a later run that this one is gone, should it end before dropping its databases.
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await execute(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  const owner = inDatabase(url, name)
  const as = (role: RuntimeRole) => roleUrl(owner, role, SECRET)
  return {
    url: owner,
    urls: { web: as('web'), worker: as('worker'), relay: as('relay'), identity: as('identity') },
    // The server waits some seconds for closed connections to be gone; one that a test left open is then cut.
    drop: () =>
      execute(url, `DROP DATABASE IF EXISTS ${name}`).catch(() => execute(url, `DROP DATABASE ${name} WITH (FORCE)`)),
  }
}
