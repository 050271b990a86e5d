import { keyOf, within } from './device.ts'
import { sealBytes, unsealBytes } from './sealing.ts'

type PhotoOf = { person: string; session: string; id: string }

export const keepPhoto = ({ person, session, id }: PhotoOf, bytes: ArrayBuffer) =>
  within(async db => {
    const sealed = await sealBytes(await keyOf(db, person), `photo ${session} ${id}`, bytes)
    await db.put('photos', { id, session, sealed })
  })

/** Null when it is not there any more. */
export const photoBytes = ({ person, session, id }: PhotoOf) =>
  within(async db => {
    const row = await db.get('photos', id)
    return row ? unsealBytes(await keyOf(db, person), `photo ${session} ${id}`, row.sealed) : null
  })

export const forgetPhoto = (id: string) => within(db => db.delete('photos', id))
