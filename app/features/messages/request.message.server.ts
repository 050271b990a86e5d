import { draftDays } from '#app/features/requests/request-rules.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { requestFacts } from './message-facts.store.server.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const payload = object({ requestId: id() })
type Ids = { requestId: string }

/** What the letter is about, and the state in which the request still is when it leaves. */
const letters = {
  requestSaved: { state: 'draft', validDays: draftDays },
  requestReceived: { state: 'sent', validDays: 180 },
  requestAccepted: { state: 'accepted', validDays: 90 },
  requestDeclined: { state: 'declined', validDays: 90 },
} as const
type Kind = keyof typeof letters

const writer = (kind: Kind) =>
  defineWriter({
    payload,
    stopped: async ({ tx, operator }, { requestId }: Ids) => {
      const request = await requestFacts(tx, { operatorId: operator.id, id: requestId })
      return request?.state === letters[kind].state ? null : 'gone'
    },
    write: letterOf(kind),
  })

/** By the link in it she goes on with her draft, or reads what became of her request. */
export const requestSaved = writer('requestSaved')
export const requestReceived = writer('requestReceived')
export const requestAccepted = writer('requestAccepted')
export const requestDeclined = writer('requestDeclined')

function letterOf(kind: Kind) {
  return async (writing: Writing, { requestId }: Ids): Promise<Letter | null> => {
    const { tx, operator, locale } = writing
    const request = await requestFacts(tx, { operatorId: operator.id, id: requestId })
    if (!request) return null
    const t = wordsIn(locale).getFixedT(locale, 'mails')
    const { address, until } = await personalLink(writing, {
      purpose: 'request',
      subjectId: requestId,
      accompanimentId: null,
      personId: null,
      validDays: letters[kind].validDays,
    })
    const names = { operator: operator.name, practitioner: request.deciderName ?? operator.name }
    return {
      subject: t(`${kind}.subject`, names),
      preview: t(`${kind}.preview`, names),
      greeting: request.personName ? t('greeting', { name: request.personName }) : t('greetingUnnamed'),
      paragraphs: [t(`${kind}.body`, names), ...(request.answer ? [request.answer] : [])],
      action: { label: t(`${kind}.action`), address },
      after: [t('requestSaved.after', { until })],
      closing: t('closing'),
      signature: operator.name,
      why: t('whyRequest', { operator: operator.name }),
      ...(request.deciderEmail && { replyTo: request.deciderEmail }),
    }
  }
}
