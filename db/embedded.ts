import { access, constants, mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { clusterIn, DATABASE, readPassword } from './embedded/cluster.ts'
import { countLiveLeases, giveBack, takeLease } from './embedded/leases.ts'
import { withLock } from './embedded/lock.ts'
import { ensureRunning, stop } from './embedded/server.ts'

type Options = {
  dataDir: string
  log?: (line: string) => void
  /** False gives up surviving a power cut for speed. For tests only. */
  durable?: boolean
}

export type EmbeddedDatabase = {
  /** As the server's superuser: for migrations, which create the roles that everything else uses. */
  url: string
  port: number
  /** Stops the server when this was its last user. */
  release(): Promise<void>
}

/**
 * A real PostgreSQL whose data are in `dataDir`, shared by every process that asks for the same folder.
 *
 * The server belongs to none of them: it outlives a process that crashes, and the next one finds it running. Each user
 * holds a lease; whoever gives back the last one stops the server.
 */
export async function ensureDatabase({ dataDir, log = () => {}, durable = true }: Options): Promise<EmbeddedDatabase> {
  // The server's account must pass through; nobody else has a reason to list what is here.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const folder = await realpath(dataDir)
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch(cause => {
    throw new Error(
      `Le dossier des données ${folder} appartient à un autre compte\u202f: utilisez ce compte, ou un autre DATA_DIR.`,
      { cause },
    )
  })
  const leases = join(folder, 'leases')
  await mkdir(leases, { recursive: true })
  const cluster = clusterIn(folder, durable, log)
  const lockFile = join(folder, 'postgres.lock')

  const { port, lease, password } = await withLock(lockFile, async () => ({
    port: await ensureRunning(cluster),
    password: await readPassword(cluster),
    lease: await takeLease(leases),
  }))

  let released: Promise<void> | undefined
  const release = () =>
    withLock(lockFile, async () => {
      await giveBack(lease)
      if ((await countLiveLeases(leases)) === 0) await stop(cluster)
    })

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
    port,
    release: () => (released ??= release()),
  }
}
