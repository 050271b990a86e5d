import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { databaseUrls, env, provideEnvironment } from '#app/env.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { ensureDatabase } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

export type Installation = {
  /** The product runs on its own PostgreSQL, as a demonstration. */
  isEmbedded: boolean
  /** What a process of this installation needs in its environment. */
  environment: Record<string, string>
  close(): Promise<void>
}

/**
 * The installation that a command works on: the one of `DATABASE_URL`, or the embedded server of `DATA_DIR`, started when
 * needed and shared with the other commands. Migrated, and this process configured for it.
 */
export async function openInstallation(): Promise<Installation> {
  const dataDir = resolve(env().DATA_DIR)
  mkdirSync(dataDir, { recursive: true })
  const isEmbedded = !env().DATABASE_URL && !env().DATABASE_WEB_URL
  const server = isEmbedded ? await ensureDatabase({ dataDir }) : null
  const environment: Record<string, string> = { DATA_DIR: dataDir }
  if (server) Object.assign(environment, { DATABASE_URL: server.url, DEMONSTRATION: 'true' })
  if (!env().APP_SECRET && isEmbedded) environment.APP_SECRET = installationSecret(dataDir)
  provideEnvironment(environment)
  const { DATABASE_URL, APP_SECRET } = env()
  if (DATABASE_URL && APP_SECRET) await migrate({ url: DATABASE_URL, secret: APP_SECRET })
  configureDatabase(databaseUrls())
  return {
    isEmbedded,
    environment,
    close: async () => {
      await closeDatabase()
      await server?.release()
    },
  }
}

/** Drawn once per installation; only the embedded one may have it written for it. */
function installationSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
