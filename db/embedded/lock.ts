import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const SQLITE_BUSY = 5
/** Longer than the longest start, which happens under the lock. */
const LONGEST_WAIT_MS = 400_000

/**
 * Runs `work` while no other process runs anything under the same lock file.
 *
 * The lock is the operating system's, reached through SQLite because Node has no call for it: it ends with the process
 * that holds it, however that process ends. A lock made of a file's existence has to guess whether its owner lives, and
 * two processes that heal the same stale one can both believe they won.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    const deadline = Date.now() + LONGEST_WAIT_MS
    while (!tryLock(lock)) {
      if (Date.now() > deadline) throw new Error(`Un autre processus garde le verrou ${file} depuis trop longtemps.`)
      await sleep(20)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw error
  }
}
