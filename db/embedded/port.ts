import { randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Below 32768: from there on the system hands ports out to outgoing connections, so a remembered one is often taken. */
const RANGE = { from: 20_000, to: 32_000 }
const MOST_TRIES = 200

/** The port of last time when it is free within `patienceMs` (what was told to connect there goes on), otherwise a new one. */
export async function choosePort(file: string, patienceMs: number): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => Number.NaN))
  if (Number.isInteger(remembered) && (await isFreeWithin(remembered, patienceMs))) return remembered
  const port = await freePort()
  await writeFile(file, String(port))
  return port
}

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(RANGE.from, RANGE.to)
    if (await isFree(port)) return port
  }
  throw new Error(`Aucun port libre entre ${RANGE.from} et ${RANGE.to}.`)
}

async function isFreeWithin(port: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (!(await isFree(port))) {
    if (Date.now() >= deadline) return false
    await sleep(50)
  }
  return true
}

export function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
