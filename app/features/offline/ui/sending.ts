import { isTakenAlong, missionNamed, type TakenAlong } from '../taken-along.ts'
import { type Answer, afterSending, closed, isAlone, leavesByItself, type UnsentSession } from '../unsent.ts'
import { forgetMission, forgetUnsent, keepTaken, keepUnsent, unsentOf } from './device.ts'
import { missionOf, posted } from './posting.ts'

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

/** Held while a session is handed round to be signed; a tab that is closed lets it go. */
export const signingLock = (id: string) => `sillage-signing ${id}`

/** Sends what waits, the first written first; one page of the device at a time, whatever the number of its tabs. */
export const sendWaiting = (person: string) =>
  navigator.locks.request('sillage-consultant', async () => {
    for (const session of (await unsentOf(person)).filter(leavesByItself)) {
      // Somebody is signing it at this moment: it leaves when she has finished.
      const mayGoOn = await navigator.locks.request(signingLock(session.id), { ifAvailable: true }, lock =>
        lock ? sendWhole(session) : true,
      )
      if (!mayGoOn) return
    }
  })

/** The session, then what stands beside it, one by one. False: nobody answers, the others would fare no better. */
async function sendWhole(session: UnsentSession): Promise<boolean> {
  const { turn, session: after } = session.recordedAs
    ? { turn: 'recorded' as const, session }
    : afterSending(session, await sendSession(session))
  if (turn === 'keep') await keepUnsent(after)
  if (turn === 'ask') await refresh()
  if (turn !== 'recorded') return turn !== 'stop'
  if (isAlone(after)) {
    await forgetUnsent(after.id)
    return true
  }
  await keepUnsent(after)
  const { sendBeside } = await import('./sending-beside.ts')
  const last = await sendBeside(after)
  if (last === 'ask') await refresh()
  return last !== 'stop'
}

function sendSession({ person, sessionId, fields, ...session }: UnsentSession): Promise<Answer> {
  const mission = missionOf(session)
  const body = new URLSearchParams([...fields, ['person', person]])
  return posted(sessionId === null ? `${mission}/envoi` : `${mission}/seances/${sessionId}/envoi`, body)
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
