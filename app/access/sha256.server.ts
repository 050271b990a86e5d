import { createHash } from 'node:crypto'

/** Hex digest; what is kept of a secret that only its holder knows. */
export const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')
