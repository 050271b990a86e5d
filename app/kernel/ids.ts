import { v5, v7 } from 'uuid'

// One spelling per identifier: lower case, with hyphens. Upper case, braces and the nil UUID are refused, so that two
// different strings are never the same row. Any version is read: rows made by seeds and imports may not be version 7.
const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A UUID of version 7: ids sort by the time they were minted, which keeps the indexes compact. */
export function newId(): string {
  return v7()
}

// A name space of our own, drawn once: ids derived here collide with nobody else's.
const OURS = '5b1e3c52-7f0a-4c55-9a0e-2d6f4c1b8e37'

/** The same parts give the same id: what is written twice is then one row. */
export function derivedId(...parts: string[]): string {
  return v5(JSON.stringify(parts), OURS)
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length === 36 && CANONICAL.test(value)
}

/** 256 bits of secret, for a personal link or a sign-in. Only its hash is stored. */
export function newToken(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
