import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, refuseClosedFolders, serverAccount } from './account.ts'
import { findPrograms, type Programs } from './binaries.ts'
import { as, type Cluster } from './cluster.ts'
import { initialise } from './initialise.ts'
import { choosePort, isFree } from './port.ts'
import { commandOf, isTaken } from './process.ts'

const run = promisify(execFile)

/** Generous: after a power cut the server first replays what it had not yet written to its files. */
const LONGEST_START_S = 300
const START_TRIES = 20
/** A killed process gives up its name at once and its port a little later: 5 s is ample on a machine under load. */
const PORT_OF_KILLED_SERVER_MS = 5000

/** The port of the server, which is started if it does not run. Like everything here, called under the lock. */
export async function ensureRunning(cluster: Cluster): Promise<number> {
  const port = await runningPort(cluster)
  if (port !== null) return port
  const programs = await findPrograms()
  const account = await serverAccount(cluster.pgData)
  await refuseClosedFolders(account, programs.postgres, 'installez Sillage ailleurs, par exemple dans /srv')
  await refuseClosedFolders(account, cluster.folder, 'placez les données ailleurs, par exemple DATA_DIR=/srv/sillage')
  const made = await readFile(join(cluster.pgData, 'PG_VERSION'), 'utf8').catch(() => null)
  if (made === null) await initialise(cluster, programs, account)
  else await refuseOtherVersion(made.trim(), programs)
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

/** Waits out a server that is being started or stopped by a process that died meanwhile. Null: none runs. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  for (const deadline = Date.now() + LONGEST_START_S * 1000; Date.now() < deadline; await sleep(50)) {
    const { pid, port, isReady } = await readPidFile(cluster)
    if (!isServer(pid, cluster)) return null
    // A server that was just killed may still bear its name, but no longer answers.
    if (isReady && (await answers(port))) return port
  }
  throw new Error(`La base de données ${cluster.pgData} ne finit ni de démarrer ni de s’arrêter.`)
}

async function start(cluster: Cluster, programs: Programs, account: Account): Promise<number> {
  // The server does not start while this file names a living process, be it another program that took the pid.
  const { pid } = await readPidFile(cluster)
  // A server that stopped by itself removes the file.
  const patienceMs = pid > 0 ? PORT_OF_KILLED_SERVER_MS : 0
  if (isTaken(pid) && !isServer(pid, cluster)) await rm(join(cluster.pgData, 'postmaster.pid'), { force: true })
  const output = join(cluster.pgData, 'start.log')
  for (let tries = 1; ; tries += 1) {
    const port = await choosePort(join(cluster.folder, 'postgres.port'), patienceMs)
    const settings = Object.entries(serverSettings(port, cluster.durable)).map(([name, value]) => `-c ${name}=${value}`)
    const args = ['start', '-D', cluster.pgData, '-l', output, '-w', '-t', String(LONGEST_START_S)]
    try {
      await rm(output, { force: true })
      await run(programs.pg_ctl, [...args, '-o', settings.join(' ')], as(account))
      cluster.log(`Base de données démarrée sur 127.0.0.1:${port}.`)
      return port
    } catch (cause) {
      // The start of a process that died since can overtake this one.
      const overtaker = await runningPort(cluster)
      if (overtaker !== null) return overtaker
      const said = await readFile(output, 'utf8').catch(() => '')
      // Another program took the port since our look, or what a killed server left is still ending.
      const passes = !(await isFree(port)) || said.includes('still in use')
      if (!passes || tries === START_TRIES)
        throw new Error(`La base de données intégrée ne démarre pas (${cluster.pgData})\u202f:\n${said}`, { cause })
      await sleep(250)
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

async function readPidFile(cluster: Cluster): Promise<{ pid: number; port: number; isReady: boolean }> {
  const lines = (await readFile(join(cluster.pgData, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/** By its command line, because the pid may meanwhile be another program's. */
function isServer(pid: number, cluster: Cluster): boolean {
  return pid > 0 && (commandOf(pid)?.includes(cluster.pgData) ?? false)
}

/** Whether a PostgreSQL answers there: to the question whether it speaks TLS it says S or N. */
function answers(port: number): Promise<boolean> {
  const doYouSpeakTls = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
  return new Promise(resolve => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write(doYouSpeakTls))
    socket.setTimeout(5000, () => socket.destroy())
    socket.once('data', answer => {
      resolve(['S', 'N'].includes(answer.toString()))
      socket.end()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
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
