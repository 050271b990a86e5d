import { sha256 } from '#app/access/sha256.server.ts'
import { publicUrl } from '#app/env.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { newToken } from '#app/kernel/ids.ts'
import { writeIdentity } from '#db/identity.ts'
import { keepPasswordLink } from './password-links.store.server.ts'
import { passwordLinkHours } from './sign-in-rules.ts'

/** The address at which somebody invited chooses her password: drawn when the mail is written, kept as a hash. */
export async function invitationLink(userId: string): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(systemClock().getTime() + passwordLinkHours.invitation * 3_600_000)
  await writeIdentity(tx => keepPasswordLink(tx, { tokenHash: sha256(token), userId, expiresAt }))
  return `${publicUrl()}/mot-de-passe/${token}`
}
