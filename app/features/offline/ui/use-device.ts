import { useLocation } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import type { TakenAlong } from '../taken-along.ts'
import type { UnsentSession } from '../unsent.ts'
import { lastTaken, unsentOf, waitingHere } from './device.ts'

export type OnDevice =
  | { kind: 'reading' }
  /** Nobody has signed in on this device, or everything was wiped. */
  | { kind: 'nothing' }
  /** The browser gives no room to keep anything, as in a private window of some. */
  | { kind: 'refused' }
  /** `others`: how many sessions that somebody else wrote here wait. */
  | { kind: 'taken'; taken: TakenAlong; at: Date; unsent: UnsentSession[]; others: number }

/** What lies on this device, read again each time that a page of it changes something. */
export function useDevice(): OnDevice {
  const [found, setFound] = useState<OnDevice>({ kind: 'reading' })
  const read = useCallback(() => void readDevice().then(setFound, () => setFound({ kind: 'refused' })), [])
  useEffect(() => {
    read()
    const channel = new BroadcastChannel('sillage-consultant')
    channel.onmessage = read
    return () => channel.close()
  }, [read])
  return found
}

async function readDevice(): Promise<OnDevice> {
  const last = await lastTaken()
  if (!last) return { kind: 'nothing' }
  const unsent = await unsentOf(last.taken.person)
  return { kind: 'taken', ...last, unsent, others: (await waitingHere()) - unsent.length }
}

/** What follows `#` in the address: the views of a page that needs no server. */
export const usePlace = () => decodeURIComponent(useLocation().hash.slice(1))

/** As the browser believes it: a cable that leads nowhere says yes. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const read = () => setOnline(navigator.onLine)
    read()
    addEventListener('online', read)
    addEventListener('offline', read)
    return () => {
      removeEventListener('online', read)
      removeEventListener('offline', read)
    }
  }, [])
  return isOnline
}
