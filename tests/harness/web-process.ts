import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { SECRET } from './connection.ts'

/** A web server of the product over a test's own database, as production runs it. The build is there already. */
export class WebProcess {
  readonly #child: ChildProcess
  readonly address: string

  private constructor(child: ChildProcess, address: string) {
    this.#child = child
    this.address = address
  }

  static async start(databaseUrl: string): Promise<WebProcess> {
    const { PATH, HOME } = process.env
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/main.ts'], {
      env: {
        PATH,
        HOME,
        NODE_ENV: 'production',
        LOCAL: 'true',
        DATABASE_URL: databaseUrl,
        APP_SECRET: SECRET,
        PORT: '0',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const gone = once(child, 'exit').then(() => Promise.reject(new Error('the web server does not start')))
    const [said] = await Promise.race([once(child, 'message'), gone])
    gone.catch(() => {})
    return new WebProcess(child, `http://localhost:${said.ready}`)
  }

  /** As a power cut does it. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}
