import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Names one life of a process: a pid alone is reused, and quickly so in containers, where every start counts from 1.
 * Null when no such process runs; one that ended but was not yet waited for (a zombie) does not run.
 */
export function lifeOf(pid: number): string | null {
  return process.platform === 'linux' ? lifeFromProc(pid) : lifeFromPs(pid)
}

/** The command line of a process, or null when it does not run or has none. */
export function commandOf(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || null
}

/** Whether the system knows the pid, be it of a process that has ended or of another account. */
export function isTaken(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function lifeFromProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startedAtTick] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || startedAtTick === undefined) return null
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? 'boot'} ${startedAtTick}`
}

function lifeFromPs(pid: number): string | null {
  const line = ps(pid, 'state=,lstart=')
  if (line === null || line.startsWith('Z')) return null
  return line.split(/\s+/).slice(1).join(' ')
}

function ps(pid: number, columns: string): string | null {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
