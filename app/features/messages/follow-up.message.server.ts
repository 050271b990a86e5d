import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { caseFacts, hasAnswered, lockFollowUp, markFollowUp, personFacts } from './message-facts.store.server.ts'
import { stableLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const payload = object({ followUpId: id() })
type Ids = { followUpId: string }
const toPerson = object({ followUpId: id(), personId: id() })

/** Asks the organisation where it stands, months later; and again, if it did not answer. */
export const followUpWave = defineWriter({
  payload,
  stopped: (writing, ids) => settled(writing, ids, ['planned']),
  write: letterOf('followUpWave'),
  sent: (writing, ids) => written(writing, ids, 'sent'),
})
/** By rule, of the wave to its contact; by hand, to one of those who were asked, which changes nothing of the wave. */
export const followUpReminder = defineWriter({
  payload: payload.or(toPerson),
  stopped: (writing, ids) =>
    'personId' in ids
      ? hasStopped(writing, ids, ['cancelled', 'refused', 'unreachable'])
      : settled(writing, ids, ['planned', 'sent', 'reminded']),
  write: (writing, ids) =>
    'personId' in ids ? personalLetter(writing, 'followUpReminder', ids) : letterOf('followUpReminder')(writing, ids),
  sent: (writing, ids) => ('personId' in ids ? Promise.resolve(null) : written(writing, ids, 'reminded')),
})

/** The letter of the wave to one more person of the organisation, with a link of her own. */
export const followUpRespondent = defineWriter({
  payload: toPerson,
  stopped: (writing, ids) => hasStopped(writing, ids, ['cancelled']),
  write: (writing, ids) => personalLetter(writing, 'followUpWave', ids),
  sent: (writing, ids) => written(writing, ids, 'sent'),
})

type ToPerson = Ids & { personId: string }

async function hasStopped({ tx, operator }: Writing, ids: ToPerson, over: string[]): Promise<string | null> {
  const followUp = await lockFollowUp(tx, { operatorId: operator.id, id: ids.followUpId })
  if (!followUp) return 'gone'
  if (over.includes(followUp.state)) return 'settled'
  return (await hasAnswered(tx, operator.id, ids)) ? 'answered' : null
}

async function personalLetter(writing: Writing, kind: Kind, { followUpId, personId }: ToPerson) {
  const person = await personFacts(writing.tx, { operatorId: writing.operator.id, id: personId })
  return person && letterTo(writing, kind, { followUpId, person: { id: personId, name: person.name } })
}

const written = ({ tx, operator }: Writing, { followUpId }: Ids, state: 'sent' | 'reminded'): Promise<string | null> =>
  markFollowUp(tx, { operatorId: operator.id, id: followUpId }, state)

async function settled({ tx, operator }: Writing, { followUpId }: Ids, expected: string[]): Promise<string | null> {
  const followUp = await lockFollowUp(tx, { operatorId: operator.id, id: followUpId })
  if (!followUp) return 'gone'
  if (expected.includes(followUp.state)) return null
  return followUp.state === 'answered' ? 'answered' : 'settled'
}

type Kind = 'followUpWave' | 'followUpReminder'

function letterOf(kind: Kind) {
  return (writing: Writing, { followUpId }: Ids) => letterTo(writing, kind, { followUpId, person: null })
}

type To = { followUpId: string; person: { id: string; name: string } | null }

/** To the contact of the case, unless it is somebody else of its organisation. */
async function letterTo(writing: Writing, kind: Kind, { followUpId, person }: To): Promise<Letter | null> {
  const { tx, operator, locale } = writing
  const followUp = await lockFollowUp(tx, { operatorId: operator.id, id: followUpId })
  const facts = followUp && (await caseFacts(tx, { operatorId: operator.id, id: followUp.accompanimentId }))
  if (!facts) return null
  const t = wordsIn(locale).getFixedT(locale, 'mails')
  const names = { organisation: facts.organisation ?? '', operator: operator.name }
  const { address, until } = await stableLink(writing, {
    purpose: 'follow_up',
    subjectId: followUpId,
    accompanimentId: facts.id,
    personId: person ? person.id : facts.contactId,
    validDays: 90,
  })
  const name = person ? person.name : facts.contactName
  return {
    subject: t(`${kind}.subject`, names),
    preview: t(`${kind}.preview`),
    greeting: name ? t('greeting', { name }) : t('greetingUnnamed'),
    paragraphs: [t(`${kind}.body`, names), t('followUpWave.more')],
    action: { label: t('followUpWave.action'), address },
    after: [t('followUpWave.after', { until })],
    closing: t('closing'),
    signature: facts.practitionerName
      ? t('signatureFor', { name: facts.practitionerName, operator: operator.name })
      : operator.name,
    why: t('whyCase', names),
    ...(facts.practitionerEmail && { replyTo: facts.practitionerEmail }),
  }
}
