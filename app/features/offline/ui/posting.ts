import type { Answer, Refused, UnsentSession } from '../unsent.ts'

export const missionOf = ({ operator, engineeringId }: Pick<UnsentSession, 'operator' | 'engineeringId'>) =>
  `/consultant/${operator}/missions/${engineeringId}`

/** What the server answers to something that leaves the device. */
export async function posted(address: string, body: URLSearchParams | FormData): Promise<Answer> {
  try {
    const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (response.status === 403) return { kind: 'other-person' }
    if (response.status === 404) return { kind: 'unknown' }
    if (response.status === 200) return recordedIn(await response.json())
    const reply: unknown = response.status === 422 || response.status === 409 ? await response.json() : null
    return isRefused(reply) ? { kind: 'refused', reply } : { kind: 'away' }
  } catch {
    return { kind: 'away' }
  }
}

function recordedIn(told: unknown): Answer {
  const isNamed = typeof told === 'object' && told !== null && 'sessionId' in told
  return { kind: 'recorded', sessionId: isNamed ? String(told.sessionId) : '' }
}

function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'fields' in value && 'values' in value
}
