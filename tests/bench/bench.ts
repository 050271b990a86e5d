import { randomUUID } from 'node:crypto'
import { provideEnvironment } from '#app/env.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { roleUrl } from '#db/roles.ts'
import { execute, inDatabase, SECRET } from '../harness/connection.ts'
import { postgres } from '../harness/services.ts'

export type Bench = {
  /** The owner's address of a database of one's own, in the present schema. */
  url: string
  /** Runs `work` a number of times and prints its minimum, median, p95 and maximum in milliseconds. */
  time(label: string, runs: number, work: () => Promise<unknown>): Promise<{ p50: number; p95: number }>
  say(line: string): void
  close(): Promise<void>
}

/** A database for measurements: durable settings off, as in tests, so figures compare with their floor and not with production. */
export async function openBench(): Promise<Bench> {
  const server = await postgres()
  const name = `bench_${randomUUID().slice(0, 8)}`
  await execute(server.url, `create database ${name}`)
  const url = inDatabase(server.url, name)
  await migrate({ url, secret: SECRET })
  provideEnvironment({ DATABASE_URL: url, APP_SECRET: SECRET, NODE_ENV: 'test', LOG_LEVEL: 'silent' })
  const as = (role: Parameters<typeof roleUrl>[1]) => roleUrl(url, role, SECRET)
  configureDatabase({ web: as('web'), worker: as('worker'), relay: as('relay'), identity: as('identity') })
  const say = (line: string) => void process.stdout.write(`  ${line}\n`)
  return {
    url,
    say,
    time: async (label, runs, work) => {
      for (let warm = 0; warm < Math.min(5, runs); warm++) await work()
      const times: number[] = []
      for (let run = 0; run < runs; run++) {
        const start = performance.now()
        await work()
        times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
      const shown = [at(0), at(0.5), at(0.95), at(1)].map(ms => ms.toFixed(1).padStart(8))
      say(`${label.padEnd(58)} min ${shown[0]}  p50 ${shown[1]}  p95 ${shown[2]}  max ${shown[3]} ms`)
      return { p50: at(0.5), p95: at(0.95) }
    },
    close: async () => {
      await closeDatabase()
      await execute(server.url, `drop database if exists ${name} with (force)`)
      await server.stop()
    },
  }
}
