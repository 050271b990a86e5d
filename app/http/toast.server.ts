import { parse, serialize } from 'cookie'
import { isHttps } from '#app/env.server.ts'

/** What was just done, said once on the next page: a message key and short parameters, never a sentence (4 kB limit of cookies). */
export type Toast = { key: string; params?: Record<string, string> }

const name = 'fait'

export function toastCookie(toast: Toast | null): string {
  return serialize(name, toast ? JSON.stringify(toast).slice(0, 500) : '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    maxAge: toast ? 60 : 0,
  })
}

export function toastOf(request: Request): Toast | null {
  const raw = parse(request.headers.get('cookie') ?? '')[name]
  if (!raw) return null
  try {
    const value: unknown = JSON.parse(raw)
    if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return null
    const params = 'params' in value && typeof value.params === 'object' && value.params !== null ? value.params : {}
    return {
      key: value.key.slice(0, 80),
      params: Object.fromEntries(Object.entries(params).map(([k, v]) => [k, String(v).slice(0, 120)])),
    }
  } catch {
    return null
  }
}
