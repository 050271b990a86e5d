import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Programs } from './binaries.ts'
import { as, type Cluster, DATABASE, readPassword } from './cluster.ts'

const run = promisify(execFile)
const DRAFT = 'postgres.draft-'

/**
 * Makes the server's files, with the database in them. They are made aside and renamed once whole, so that a creation
 * that was cut short leaves nothing that looks like data. Every attempt has a place of its own: the programs of the one
 * before may outlive it, and they clear their folder when they fail.
 */
export async function initialise(cluster: Cluster, programs: Programs, account: Account): Promise<void> {
  cluster.log('Base de données\u202f: création…')
  const leftovers = (await readdir(cluster.folder)).filter(name => name.startsWith(DRAFT))
  const draft = join(cluster.folder, `${DRAFT}${randomBytes(4).toString('hex')}`)
  const secret = `${draft}-password`
  await mkdir(draft, { mode: 0o700 })
  await writeFile(secret, await ensurePassword(cluster), { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(draft, account.uid, account.gid)
    await chown(secret, account.uid, account.gid)
  }
  // Encoding and classes of letters come from the system's locale, order from ICU, the same on every system.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const options = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8']
  options.push(`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=fr-FR', '--text-search-config=french')
  if (!cluster.durable) options.push('--no-sync')
  await run(programs.initdb, ['-D', draft, '--no-instructions', ...options], as(account))
  await createDatabase(draft, programs, account)
  await rename(draft, cluster.pgData)
  for (const name of [basename(secret), ...leftovers])
    await rm(join(cluster.folder, name), { recursive: true, force: true, maxRetries: 5 })
}

/** In single-user mode, so that data that carry their name always hold the database, and no driver is needed here. */
async function createDatabase(pgData: string, programs: Programs, account: Account): Promise<void> {
  const single = spawn(programs.postgres, ['--single', '-D', pgData, 'postgres'], {
    ...as(account),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  single.stdin.end(`CREATE DATABASE ${DATABASE}\n`)
  let complaint = ''
  single.stderr.on('data', chunk => {
    complaint += chunk
  })
  const code = await new Promise((resolve, reject) => single.once('error', reject).once('close', resolve))
  // Single-user mode ends with 0 even when the statement failed.
  if (code !== 0 || complaint.includes('ERROR:')) throw new Error(`Création de la base ${DATABASE}\u202f: ${complaint}`)
}

async function ensurePassword(cluster: Cluster): Promise<string> {
  const kept = await readPassword(cluster).catch(() => '')
  if (kept !== '') return kept
  const password = randomBytes(24).toString('hex')
  await writeFile(cluster.passwordFile, password, { mode: 0o600 })
  // The mode above is for a new file only.
  await chmod(cluster.passwordFile, 0o600)
  return password
}
