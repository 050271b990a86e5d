import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProduct } from '#app/commands/build.ts'

export type Product = {
  /** `http://localhost:PORT` */
  address: string
  dataDir: string
  /** Does something while nobody answers: it is stopped, and started again at the same address with what it had. */
  away<T>(act: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

// On a loaded machine, telling the demonstration takes most of it.
const LONGEST_START_MS = 180_000

/** The product as `npm start` runs it, on a free port and in a data folder of its own, with its demonstration. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  await buildProduct()
  const dataDir = await mkdtemp(join(tmpdir(), 'sillage-product-'))
  await chmod(dataDir, 0o711)
  // None of the caller's settings: a DATABASE_URL of hers would make it another product.
  const { PATH, HOME } = process.env
  const own = { NODE_ENV: 'production' as const, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }
  const settled: NodeJS.ProcessEnv = { PATH, HOME, ...own, ...settings }
  const gone = () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  let running = await launch(settled).catch(async failure => {
    await gone()
    throw failure
  })
  const { address } = running
  return {
    address,
    dataDir,
    away: async act => {
      await running.halt()
      try {
        return await act()
      } finally {
        running = await launch({ ...settled, PORT: new URL(address).port })
      }
    },
    stop: async () => {
      await running.halt()
      await gone()
    },
  }
}

async function launch(env: NodeJS.ProcessEnv): Promise<{ address: string; halt(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/commands/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const halt = async () => {
    child.kill('SIGTERM')
    await ended
  }

  let said = ''
  const address = await new Promise<string | null>(resolve => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const found = /http:\/\/localhost:\d+/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    setTimeout(() => resolve(null), LONGEST_START_MS).unref()
    void ended.then(() => resolve(null))
  })
  if (address !== null) return { address, halt }
  await halt()
  throw new Error(`the product does not start:\n${said}`)
}
