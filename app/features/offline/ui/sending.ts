import { isTakenAlong, missionNamed, type TakenAlong } from '../taken-along.ts'
import { type Answer, afterSending, closed, leavesByItself, type Refused, type UnsentSession } from '../unsent.ts'
import { forgetMission, forgetUnsent, keepTaken, keepUnsent, unsentOf } from './device.ts'

/**
 * Reads again what she may take along, keeps it, and wipes what waits for a mission that is no longer hers. Null: her
 * sign-in has ended, or nobody answers; then everything stays.
 */
export async function refresh(): Promise<TakenAlong | null> {
  const taken = await fetch('/consultant/emporter', { redirect: 'manual', cache: 'no-store' })
    .then(async response => (response.ok ? await response.json() : null))
    .catch(() => null)
  if (!isTakenAlong(taken)) return null
  await keepTaken(taken)
  for (const session of await unsentOf(taken.person)) {
    const mission = missionNamed(taken.missions, session.operator, session.engineeringId)
    if (!mission) await forgetMission(taken.person, session)
    else if (!mission.mission.mayWrite && session.state !== 'closed') await keepUnsent(closed(session))
  }
  return taken
}

/** Sends what waits, the first written first; one page of the device at a time, whatever the number of its tabs. */
export const sendWaiting = (person: string) =>
  navigator.locks.request('sillage-consultant', async () => {
    for (const session of (await unsentOf(person)).filter(leavesByItself)) {
      const { turn, session: after } = afterSending(session, await sendOne(session))
      if (turn === 'forget') await forgetUnsent(session.id)
      if (turn === 'keep') await keepUnsent(after)
      if (turn === 'ask') await refresh()
      if (turn === 'stop') return
    }
  })

async function sendOne({ person, operator, engineeringId, sessionId, fields }: UnsentSession): Promise<Answer> {
  const mission = `/consultant/${operator}/missions/${engineeringId}`
  const body = new URLSearchParams([...fields, ['person', person]])
  const address = sessionId === null ? `${mission}/envoi` : `${mission}/seances/${sessionId}/envoi`
  try {
    const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (response.status === 403) return { kind: 'other-person' }
    if (response.status === 404) return { kind: 'unknown' }
    if (response.status === 200) return { kind: 'recorded' }
    const reply: unknown = response.status === 422 || response.status === 409 ? await response.json() : null
    return isRefused(reply) ? { kind: 'refused', reply } : { kind: 'away' }
  } catch {
    return { kind: 'away' }
  }
}

function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'fields' in value && 'values' in value
}

/** After something was written: at once, and again whenever the network comes back. */
export function sendSoon(person: string): void {
  if (navigator.onLine) void sendWaiting(person).catch(() => {})
}

/** How often a page that stays open tries again: a phone does not always say that its network is back. */
const everyMs = 20_000

/**
 * On each page of a consultant that the server answered: keeps the frame and her missions for later, and sends what waits.
 * Answers how to stop.
 */
export function keepAlong(): () => void {
  let person: string | null = null
  const send = async () => {
    person ??= (await refresh())?.person ?? null
    if (person) await sendWaiting(person)
  }
  const again = () => void send().catch(() => {})
  void keepFrame().catch(() => {})
  // Else the browser may throw away what waits when it lacks room.
  void navigator.storage?.persist?.().catch(() => {})
  again()
  const timer = setInterval(again, everyMs)
  addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  return () => {
    clearInterval(timer)
    removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  }
}

async function keepFrame(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const kept = await navigator.serviceWorker.register('/consultant/service-worker.js', { scope: '/consultant' })
  kept.active?.postMessage(document.documentElement.lang)
}
