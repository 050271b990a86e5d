import { hash, verify } from '@node-rs/argon2'

/** Argon2id at OWASP's minimum (m = 19 MiB, t = 2, p = 1); the numbers travel in the hash, so raising them rehashes at sign-in. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** At most two hashes at a time: memory × attempts is otherwise a way to stop the server (reliability AUT-01). */
const maxTogether = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxTogether) await new Promise<void>(resolve => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, cost))

/** Made with less than the present cost, or by another algorithm. */
export function isOutdated(hashed: string): boolean {
  const numbers = hashed
    .match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/)
    ?.slice(1)
    .map(Number)
  if (!numbers) return true
  const [memory = 0, time = 0] = numbers
  return memory < cost.memoryCost || time < cost.timeCost
}

export const isPasswordOf = (hashed: string, password: string) =>
  inTurn(() => verify(hashed, password).catch(() => false))
