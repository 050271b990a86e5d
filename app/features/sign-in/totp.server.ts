import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { appSecret } from '#app/env.server.ts'

/**
 * Time-based codes (RFC 6238: SHA-1, six digits, thirty seconds: what every authenticator application reads) and recovery
 * codes. better-auth's plugin accepts a code twice within its window, asks for none after a code by e-mail, and keeps
 * recovery codes readable; hence ours.
 */
const stepMs = 30_000
const digits = 6
/** One step before and after: phones are seldom exact. */
const drift = [0, -1, 1] as const
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits, in base 32: what the person's application keeps. */
export function newTotpKey(): string {
  return [...randomBytes(32)].map(byte => base32[byte % 32]).join('')
}

/** What the QR code says. */
export function totpAddress(key: string, email: string): string {
  const label = encodeURIComponent(`Sillage:${email}`)
  return `otpauth://totp/${label}?secret=${key}&issuer=Sillage&algorithm=SHA1&digits=${digits}&period=${stepMs / 1000}`
}

export function totpCode(key: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const offset = digest.readUInt8(digest.length - 1) & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

export const totpStep = (now: Date) => Math.floor(now.getTime() / stepMs)

/** The step that a code is of, if it is one of now and later than the last one accepted (RFC 6238 §5.2); else null. */
export function acceptedStep(key: string, code: string, now: Date, lastUsedStep: number | null): number | null {
  const typed = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return null
  for (const shift of drift) {
    const step = totpStep(now) + shift
    if (lastUsedStep !== null && step <= lastUsedStep) continue
    if (timingSafeEqual(Buffer.from(totpCode(key, step)), Buffer.from(typed))) return step
  }
  return null
}

function fromBase32(text: string): Buffer {
  let bits = 0
  let held = 0
  const bytes: number[] = []
  for (const character of text) {
    held = (held << 5) | base32.indexOf(character)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}

export const sealKey = (key: string) => symmetricEncrypt({ key: appSecret(), data: key })
export const unsealKey = (sealed: string) => symmetricDecrypt({ key: appSecret(), data: sealed })

const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const recoveryCount = 10

/** Ten codes of fifty bits, in two groups that one can read aloud: no letter that looks like a figure. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCount }, () => {
    const letters = [...randomBytes(40)].filter(byte => byte < 248).slice(0, 10)
    const text = letters.map(byte => recoveryAlphabet[byte % recoveryAlphabet.length]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
}

/** Keyed, so that a copy of the database is not enough to try the codes. */
export function recoveryHash(code: string): string {
  const typed = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHmac('sha256', appSecret()).update(`recovery:${typed}`).digest('hex')
}
