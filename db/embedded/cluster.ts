import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, refuseClosedFolders, serverAccount } from './account.ts'
import { findPrograms, type Programs } from './binaries.ts'
import { choosePort, isFree } from './port.ts'
import { commandOf } from './process.ts'

const run = promisify(execFile)

export const DATABASE = 'sillage'
/** Generous: after a power cut the server first replays what it had not yet written to its files. */
const LONGEST_START_S = 300
const PORT_TRIES = 5

/** One PostgreSQL server and its files. Everything here is called under the lock. */
export type Cluster = { folder: string; pgData: string; durable: boolean; log: (line: string) => void }

export function clusterIn(folder: string, durable: boolean, log: (line: string) => void): Cluster {
  return { folder, pgData: join(folder, 'postgres'), durable, log }
}

/** The port of the server, which is started if it does not run. */
export async function ensureRunning(cluster: Cluster): Promise<number> {
  const port = await runningPort(cluster)
  if (port !== null) return port
  const programs = await findPrograms()
  const account = await serverAccount(cluster.pgData)
  await refuseClosedFolders(account, programs.postgres, 'installez Sillage ailleurs, par exemple dans /srv')
  await refuseClosedFolders(account, cluster.folder, 'placez les données ailleurs, par exemple DATA_DIR=/srv/sillage')
  const made = await dataVersion(cluster)
  if (made === null) await initialise(cluster, programs, account)
  else await refuseOtherVersion(made, programs)
  return start(cluster, programs, account)
}

/** A fast stop: open transactions are rolled back, everything committed is written. */
export async function stop(cluster: Cluster): Promise<void> {
  if ((await runningPort(cluster)) === null) return
  const { pg_ctl } = await findPrograms()
  const account = await serverAccount(cluster.pgData)
  await run(pg_ctl, ['stop', '-D', cluster.pgData, '-m', 'fast', '-w', '-t', '120'], as(account))
  cluster.log('Base de données arrêtée.')
}

export async function readPassword(cluster: Cluster): Promise<string> {
  const file = passwordFile(cluster)
  const password = await readFile(file, 'utf8').catch(cause => {
    throw new Error(`Le mot de passe de la base de données manque\u202f: remettez le fichier ${file} en place.`, {
      cause,
    })
  })
  return password.trim()
}

/** Waits out a server that is being started or stopped by a process that died meanwhile. Null: none runs. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  for (const deadline = Date.now() + LONGEST_START_S * 1000; ; ) {
    const lines = (await readFile(join(cluster.pgData, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    const pid = Number(lines[0])
    // The command line, because the pid may meanwhile be another program's.
    if (!(pid > 0) || !commandOf(pid)?.includes(cluster.pgData)) return null
    if (lines[7]?.trim() === 'ready') return Number(lines[3])
    if (Date.now() > deadline)
      throw new Error(`La base de données ${cluster.pgData} ne finit ni de démarrer ni de s’arrêter.`)
    await sleep(50)
  }
}

async function initialise(cluster: Cluster, programs: Programs, account: Account): Promise<void> {
  cluster.log('Base de données\u202f: création…')
  // Made aside and renamed once whole: a creation that was cut short leaves nothing that looks like data.
  const draft = `${cluster.pgData}.new`
  const secret = `${cluster.pgData}.new-password`
  await rm(draft, { recursive: true, force: true })
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
  await rm(secret)
  await rename(draft, cluster.pgData)
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

async function start(cluster: Cluster, programs: Programs, account: Account): Promise<number> {
  // Whatever it names is not this server (runningPort said so); left there, a reused pid would forbid the start.
  await rm(join(cluster.pgData, 'postmaster.pid'), { force: true })
  const output = join(cluster.pgData, 'start.log')
  for (let tries = 1; ; tries += 1) {
    const port = await choosePort(join(cluster.folder, 'postgres.port'))
    const settings = Object.entries(serverSettings(port, cluster.durable)).map(([name, value]) => `-c ${name}=${value}`)
    const args = ['start', '-D', cluster.pgData, '-l', output, '-w', '-t', String(LONGEST_START_S)]
    try {
      await rm(output, { force: true })
      await run(programs.pg_ctl, [...args, '-o', settings.join(' ')], as(account))
      cluster.log(`Base de données démarrée sur 127.0.0.1:${port}.`)
      return port
    } catch (cause) {
      // Another program took the port between our look and the server's.
      if (tries < PORT_TRIES && !(await isFree(port))) continue
      const said = await readFile(output, 'utf8').catch(() => '')
      throw new Error(`La base de données intégrée ne démarre pas (${cluster.pgData})\u202f:\n${said}`, { cause })
    }
  }
}

/** Given at each start, so that data made by an earlier version of the product take the settings of this one. */
function serverSettings(port: number, durable: boolean): Record<string, string | number> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // One file a day, kept a week.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    // The details of an error hold people's data: the value that was already there, the row that failed.
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
}

async function ensurePassword(cluster: Cluster): Promise<string> {
  const file = passwordFile(cluster)
  const kept = await readPassword(cluster).catch(() => '')
  if (kept !== '') return kept
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password, { mode: 0o600 })
  await chmod(file, 0o600)
  return password
}

function passwordFile(cluster: Cluster): string {
  return join(cluster.folder, 'postgres.password')
}

async function dataVersion(cluster: Cluster): Promise<string | null> {
  const version = await readFile(join(cluster.pgData, 'PG_VERSION'), 'utf8').catch(() => null)
  return version?.trim() ?? null
}

async function refuseOtherVersion(made: string, programs: Programs): Promise<void> {
  const { stdout } = await run(programs.postgres, ['--version'])
  const installed = /(\d+)/.exec(stdout)?.[1]
  if (installed === made) return
  throw new Error(
    `Les données ont été créées par PostgreSQL ${made} et le PostgreSQL intégré est la version ${installed}. ` +
      'Restaurez une sauvegarde dans un nouveau dossier DATA_DIR, ou revenez à la version précédente de Sillage.',
  )
}

/** The account, a folder it may surely be in, and an environment without the caller's secrets and PG* variables. */
function as(account: Account): Account & { cwd: string; env: NodeJS.ProcessEnv } {
  return { ...account, cwd: '/', env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' } }
}
