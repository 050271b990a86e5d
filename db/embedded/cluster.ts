import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'

export const DATABASE = 'sillage'

/** One PostgreSQL server and its files. */
export type Cluster = {
  folder: string
  pgData: string
  passwordFile: string
  durable: boolean
  log: (line: string) => void
}

export function clusterIn(folder: string, durable: boolean, log: (line: string) => void): Cluster {
  return { folder, pgData: join(folder, 'postgres'), passwordFile: join(folder, 'postgres.password'), durable, log }
}

export async function readPassword({ passwordFile }: Cluster): Promise<string> {
  const password = await readFile(passwordFile, 'utf8').catch(cause => {
    const message = `Le mot de passe de la base de données manque\u202f: remettez le fichier ${passwordFile} en place.`
    throw new Error(message, { cause })
  })
  return password.trim()
}

/** For the server's programs: their account, a folder it may surely be in, none of the caller's secrets and PG* variables. */
export function as(account: Account): Account & { cwd: string; env: NodeJS.ProcessEnv } {
  return { ...account, cwd: '/', env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' } }
}
