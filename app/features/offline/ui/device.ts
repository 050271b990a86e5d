import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { isTakenAlong, type TakenAlong } from '../taken-along.ts'
import type { UnsentSession } from '../unsent.ts'
import { newKey, type Sealed, seal, unseal } from './sealing.ts'

/** What lies on a consultant's device: by person, since a tablet may serve several. Only addresses of records are clear. */
interface DeviceSchema extends DBSchema {
  keys: { key: string; value: { person: string; key: CryptoKey } }
  missions: { key: string; value: { person: string; at: number; sealed: Sealed } }
  unsent: {
    key: string
    value: { id: string; person: string; at: number; sealed: Sealed }
    indexes: { person: string }
  }
  photos: {
    key: string
    value: { id: string; session: string; sealed: Sealed }
    indexes: { session: string }
  }
}

const databaseName = 'sillage-consultant'

/** Opened for each act: a database that was wiped meanwhile by a sign-out is made again, empty. */
export async function within<V>(act: (db: IDBPDatabase<DeviceSchema>) => Promise<V>): Promise<V> {
  const db = await openDB<DeviceSchema>(databaseName, 1, {
    upgrade: database => {
      database.createObjectStore('keys', { keyPath: 'person' })
      database.createObjectStore('missions', { keyPath: 'person' })
      database.createObjectStore('unsent', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('photos', { keyPath: 'id' }).createIndex('session', 'session')
    },
  })
  try {
    return await act(db)
  } finally {
    db.close()
  }
}

/** Tells the pages of this device that what lies on it has changed. */
function tell(): void {
  const channel = new BroadcastChannel('sillage-consultant')
  channel.postMessage('changed')
  channel.close()
}

/** Made at her first visit. Two tabs that make one at once keep the first that was written. */
export async function keyOf(db: IDBPDatabase<DeviceSchema>, person: string): Promise<CryptoKey> {
  const known = await db.get('keys', person)
  if (known) return known.key
  const made = await newKey()
  const change = db.transaction('keys', 'readwrite')
  // A sign-out wipes the device in the middle: the reading below says so, and its transaction says it again, to nobody.
  change.done.catch(() => {})
  const first = await change.store.get(person)
  if (!first) await change.store.put({ person, key: made })
  await change.done
  return first?.key ?? made
}

export const keepTaken = (taken: TakenAlong) =>
  within(async db => {
    const key = await keyOf(db, taken.person)
    const sealed = await seal(key, `missions ${taken.person}`, taken)
    await db.put('missions', { person: taken.person, at: Date.now(), sealed })
    tell()
  })

/** What the last person who signed in here took along, and when; null: nobody has. */
export const lastTaken = () =>
  within(async db => {
    const all = await db.getAll('missions')
    const last = all.sort((a, b) => b.at - a.at)[0]
    if (!last) return null
    const taken = await unseal(await keyOf(db, last.person), `missions ${last.person}`, last.sealed)
    return isTakenAlong(taken) ? { taken, at: new Date(last.at) } : null
  })

export const keepUnsent = (session: UnsentSession) =>
  within(async db => {
    const { id, person } = session
    const known = await db.get('unsent', id)
    const sealed = await seal(await keyOf(db, person), `unsent ${id}`, session)
    await db.put('unsent', { id, person, at: known?.at ?? Date.now(), sealed })
    tell()
  })

/** Her own, the first written first. */
export const unsentOf = (person: string) =>
  within(async db => {
    const rows = await db.getAllFromIndex('unsent', 'person', person)
    const key = await keyOf(db, person)
    const sessions: UnsentSession[] = []
    for (const { id, sealed } of rows.sort((a, b) => a.at - b.at)) {
      const session = await unseal(key, `unsent ${id}`, sealed)
      // One that an earlier version of the product kept has none.
      if (isUnsent(session)) sessions.push({ ...session, signatures: session.signatures ?? [] })
    }
    return sessions
  })

/** Of everybody who writes on this device: what a sign-out would wipe. */
export const waitingHere = () => within(db => db.count('unsent'))

export const forgetUnsent = (id: string) =>
  within(async db => {
    await erase(db, id)
    tell()
  })

/** Its photos with it, or nothing at all. */
async function erase(db: IDBPDatabase<DeviceSchema>, id: string): Promise<void> {
  const change = db.transaction(['unsent', 'photos'], 'readwrite')
  change.done.catch(() => {})
  await change.objectStore('unsent').delete(id)
  const photos = change.objectStore('photos')
  for (const photo of await photos.index('session').getAllKeys(id)) await photos.delete(photo)
  await change.done
}

/** A mission that was taken back leaves nothing here, not even what waited to be sent. */
export const forgetMission = (
  person: string,
  { operator, engineeringId }: { operator: string; engineeringId: string },
) =>
  within(async db => {
    const key = await keyOf(db, person)
    for (const { id, sealed } of await db.getAllFromIndex('unsent', 'person', person)) {
      const session = await unseal(key, `unsent ${id}`, sealed)
      if (!isUnsent(session) || (session.operator === operator && session.engineeringId === engineeringId))
        await erase(db, id)
    }
  })

function isUnsent(value: unknown): value is UnsentSession {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'fields' in value &&
    Array.isArray(value.fields)
  )
}
