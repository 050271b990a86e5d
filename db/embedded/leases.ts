import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lifeOf } from './process.ts'

/** One user of the shared server: a file named after its process, which holds the life of that process. */
export type Lease = string

/** Two leases of one process are two files, so that each is given back on its own. */
export async function takeLease(folder: string): Promise<Lease> {
  const lease = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}`)
  await writeFile(lease, lifeOf(process.pid) ?? '')
  return lease
}

export async function giveBack(lease: Lease): Promise<void> {
  await rm(lease, { force: true })
}

/** Counts the leases whose process lives, and drops the others. Only under the lock: a lease is not written at once. */
export async function countLiveLeases(folder: string): Promise<number> {
  let live = 0
  for (const name of await readdir(folder)) {
    const life = lifeOf(Number.parseInt(name, 10))
    if (life !== null && life === (await readFile(join(folder, name), 'utf8'))) live += 1
    else await giveBack(join(folder, name))
  }
  return live
}
