import { sha256 } from '#app/access/sha256.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { readIdentity } from '#db/identity.ts'
import { personOfLink } from './password-links.store.server.ts'

/** Whether the link of a mail still serves. Opening it, as often as one likes, uses nothing. */
export const openPasswordLink = async (token: string): Promise<boolean> =>
  (await readIdentity(tx => personOfLink(tx, sha256(token), systemClock()))) !== null
