import { type Answer, afterSending, type KeptPhoto, type Turn, type UnsentSession, withoutPhoto } from '../unsent.ts'
import { forgetUnsent, keepUnsent } from './device.ts'
import { forgetPhoto, photoBytes } from './device-photos.ts'
import { missionOf, posted } from './posting.ts'

/** The photos of a session that is recorded, one by one. */
export async function sendPhotos(session: UnsentSession): Promise<Turn> {
  let left = session
  for (const photo of session.photos) {
    const { turn, session: after } = afterSending(left, await sendPhoto(session, photo))
    if (turn === 'ask' || turn === 'stop') return turn
    // One that the server does not take stays, with its reason; the others still leave.
    left = turn === 'keep' ? after : withoutPhoto(left, photo.id)
    await keepUnsent(left)
    if (turn === 'recorded') await forgetPhoto(photo.id)
  }
  if (left.photos.length === 0) await forgetUnsent(session.id)
  return 'recorded'
}

async function sendPhoto({ person, id, recordedAs, ...session }: UnsentSession, photo: KeptPhoto): Promise<Answer> {
  const bytes = await photoBytes({ person, session: id, id: photo.id })
  // Its bytes went with the browser's room: nothing is left to send.
  if (!bytes || recordedAs === null) return { kind: 'recorded', sessionId: recordedAs ?? '' }
  const body = new FormData()
  body.set('_form', 'add')
  body.set('_key', `${photo.id}.add`)
  body.set('person', person)
  body.set('file', new File([bytes], photo.name, { type: photo.type }))
  return posted(`${missionOf(session)}/seances/${recordedAs}/pieces/envoi`, body)
}
