import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { SECRET } from './connection.ts'

/** A worker of the product, as production runs it: a process of its own, stopped by signals. */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>
  /** It takes jobs; rejects with what it wrote when it ended before. */
  readonly ready: Promise<void>
  /** What it wrote, for a test that fails. */
  said = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    this.ended = new Promise(resolve => child.once('exit', code => resolve(code)))
    child.stderr?.on('data', chunk => {
      this.said += chunk
    })
    const isOver = this.ended.then(() => Promise.reject(new Error(this.said)))
    this.ready = Promise.race([once(child, 'message').then(() => {}), isOver])
    // Whoever waits for it is told; a worker that nobody waits for any more may end as it likes.
    this.ready.catch(() => {})
  }

  /** Resolves once it takes jobs. `bundle`: the same program in one file. */
  static async start(settings: Record<string, string>, bundle?: string): Promise<WorkerProcess> {
    const worker = WorkerProcess.spawn(settings, bundle)
    await worker.ready
    return worker
  }

  static spawn(settings: Record<string, string>, bundle?: string): WorkerProcess {
    const { PATH, HOME } = process.env
    const program = bundle ? [bundle] : ['--import', 'tsx', 'workers/main.ts']
    const child = spawn(process.execPath, program, {
      env: {
        PATH,
        HOME,
        NODE_ENV: 'test',
        APP_SECRET: SECRET,
        LOG_LEVEL: 'warn',
        WORKER_MINUTE_MS: '5000',
        PUBLIC_URL: 'http://localhost:3000',
        MAIL_FROM: 'Sillage <sillage@test.example>',
        ...settings,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    return new WorkerProcess(child)
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** As a power cut does it. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.ended
  }

  /** As a deployment does it; answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.isAlive) this.#child.kill('SIGTERM')
    return this.ended
  }
}
