import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { appSecret } from '#app/env.server.ts'

/** AES-256-GCM under a key derived for one owner: a copy of the table alone says nothing of what was written. */
export function sealText(owner: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(owner), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Null when it was sealed for somebody else, or under a secret that was changed since. */
export function openText(owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < 28) return null
  try {
    const opener = createDecipheriv('aes-256-gcm', keyOf(owner), bytes.subarray(0, 12))
    opener.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keyOf = (owner: string) => createHmac('sha256', appSecret()).update(`sealed:${owner}`).digest()
