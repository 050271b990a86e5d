import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandOf } from '#db/embedded/process.ts'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'

/** Folders of embedded databases, and other processes that use them. What a test leaves behind is ended and removed. */
export class EmbeddedUsers {
  private readonly folders: string[] = []
  private readonly processes: ChildProcess[] = []

  async newFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'sillage-embedded-'))
    await chmod(folder, 0o711)
    this.folders.push(folder)
    return folder
  }

  /** A process that uses the folder's database until `end` lets it leave properly or `crash` kills it. */
  spawn(folder: string): ChildProcess {
    return this.run('tests/harness/holder.ts', folder)
  }

  run(...args: string[]): ChildProcess {
    const process = spawn(globalThis.process.execPath, ['--import', 'tsx', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.processes.push(process)
    return process
  }

  async endAll(): Promise<void> {
    for (const process of this.processes) await crash(process)
    for (const folder of this.folders) {
      // The last to come and go stops what is left running.
      if (await isRunning(folder)) await (await ensure(folder)).release()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

export function ensure(folder: string): Promise<EmbeddedDatabase> {
  return ensureDatabase({ dataDir: folder, durable: false })
}

export async function firstLine(process: ChildProcess): Promise<string> {
  const [line] = process.stdout ? await once(process.stdout, 'data') : []
  return String(line).trim()
}

export async function end(process: ChildProcess): Promise<void> {
  process.stdin?.write('\n')
  await once(process, 'close')
}

export async function crash(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  process.kill('SIGKILL')
  await once(process, 'close')
}

export async function serverPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

export async function isRunning(folder: string): Promise<boolean> {
  const pid = await serverPid(folder).catch(() => 0)
  return pid > 0 && (commandOf(pid)?.includes(folder) ?? false)
}
