import {
  type Answer,
  afterSending,
  isAlone,
  type KeptPhoto,
  type KeptSignature,
  type Turn,
  type UnsentSession,
  withoutPhoto,
  withoutSignature,
  withRefusal,
} from '../unsent.ts'
import { forgetUnsent, keepUnsent } from './device.ts'
import { forgetPhoto, photoBytes } from './device-photos.ts'
import { missionOf, posted } from './posting.ts'

/** What stands beside a session that is recorded: its signatures, then its photos, one by one. */
export async function sendBeside(session: UnsentSession): Promise<Turn> {
  let left = session
  for (const signature of session.signatures.filter(({ refusal }) => refusal === null)) {
    const answer = await sendSignature(session, signature)
    const { turn } = afterSending(left, answer)
    if (turn === 'ask' || turn === 'stop') return turn
    // One that the server does not take stays, with its reason; the others still leave.
    left =
      answer.kind === 'refused' ? withRefusal(left, signature.id, answer.reply) : withoutSignature(left, signature.id)
    await keepUnsent(left)
  }
  for (const photo of session.photos) {
    const { turn, session: after } = afterSending(left, await sendPhoto(session, photo))
    if (turn === 'ask' || turn === 'stop') return turn
    left = turn === 'keep' ? after : withoutPhoto(left, photo.id)
    await keepUnsent(left)
    if (turn === 'recorded') await forgetPhoto(photo.id)
  }
  if (isAlone(left)) await forgetUnsent(session.id)
  else if (left.signatures.length > 0) await keepUnsent({ ...left, state: 'refused' })
  return 'recorded'
}

function sendSignature({ person, recordedAs, ...session }: UnsentSession, signature: KeptSignature): Promise<Answer> {
  const { id, accompanimentId, personName, facts, signedName, wasThere, drawing, signedAt } = signature
  const body = new URLSearchParams([
    ['_form', 'sign'],
    ['_key', `${id}.sign`],
    ['person', person],
    ['accompanimentId', accompanimentId],
    ['personName', personName ?? ''],
    ...facts,
    ['signedName', signedName ?? ''],
    ...(wasThere ? [['wasThere', 'oui']] : []),
    ['drawing', drawing ?? ''],
    ['signedAt', signedAt],
  ])
  return posted(`${missionOf(session)}/seances/${recordedAs}/emargement/envoi`, body)
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
