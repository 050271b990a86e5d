import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { withRate } from '#app/kernel/cents.ts'
import { day, daysBetween } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import { bidderFacts, consultationFacts, invitationOf, providerFacts } from './consultation-facts.store.server.ts'
import type { Letter } from './letter.ts'
import { wordsOf } from './member.message.server.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

type Facts = NonNullable<Awaited<ReturnType<typeof consultationFacts>>>

const factsOf = ({ tx, operator }: Writing, engineeringId: string) =>
  consultationFacts(tx, { operatorId: operator.id, engineeringId })

/** What a provider reads of the terms, in the order of the document. */
const termsRead = [
  'context',
  'issue',
  'results',
  'phases',
  'deliverables',
  'calendar',
  'skills',
  'contact',
  'publicity',
] as const

const asking = object({ engineeringId: id(), providerId: id() })

async function noLongerAsked(writing: Writing, { engineeringId }: { engineeringId: string }) {
  const facts = await factsOf(writing, engineeringId)
  if (!facts || facts.state === 'cancelled') return 'gone'
  return facts.decidedOn ? 'decided' : null
}

/** Asks a provider for an offer: the terms are in the letter, and behind the link by which it answers. */
export const consultationOpened = defineWriter({
  payload: asking,
  stopped: noLongerAsked,
  write: async (writing, { engineeringId, providerId }) => {
    const facts = await factsOf(writing, engineeringId)
    const provider = await providerFacts(writing.tx, writing.operator.id, providerId)
    if (!facts || !provider) return null
    const t = wordsOf(writing)
    const names = namesOf(writing, facts)
    const { locale } = writing
    const asked = [
      ...termsRead.flatMap(name => (facts[name] ? [`${t(`terms.${name}`)}\n${facts[name]}`] : [])),
      ...(facts.days === null ? [] : [t('terms.days', { days: formatNumber(facts.days, locale) })]),
      ...ceiling(writing, facts),
    ]
    return toProvider(writing, facts, provider.name, {
      subject: t('consultationOpened.subject', names),
      preview: t('consultationOpened.preview', names),
      paragraphs: [t('consultationOpened.body', names), ...asked],
      ...(await wayIn(writing, facts, { engineeringId, providerId })),
      after: [t('consultationOpened.after', names), t('consultationOpened.link')],
    })
  },
})

/** Tells a provider that was asked that there is more time: its offer, if it gave one, stands and may be replaced. */
export const consultationExtended = defineWriter({
  payload: asking,
  stopped: noLongerAsked,
  write: async (writing, ids) => {
    const facts = await factsOf(writing, ids.engineeringId)
    const provider = await providerFacts(writing.tx, writing.operator.id, ids.providerId)
    if (!facts || !provider) return null
    const t = wordsOf(writing)
    const names = namesOf(writing, facts)
    return toProvider(writing, facts, provider.name, {
      subject: t('consultationExtended.subject', names),
      preview: t('consultationExtended.preview', names),
      paragraphs: [t('consultationExtended.body', names)],
      ...(await wayIn(writing, facts, ids)),
      after: [t('consultationExtended.after'), t('consultationOpened.link')],
    })
  },
})

function ceiling(writing: Writing, { budgetCents, vatBasisPoints }: Facts): string[] {
  if (budgetCents === null) return []
  const t = wordsOf(writing)
  const euros = (cents: number) => formatEuros(cents, writing.locale)
  if (vatBasisPoints === null) return [t('terms.budget', { amount: euros(budgetCents) })]
  const withVat = euros(withRate(budgetCents, vatBasisPoints))
  return [t('terms.budgetWithVat', { amount: euros(budgetCents), withVat })]
}

/** Days for which the link still opens once the time to answer is over, to say so. */
const afterwards = 90

async function wayIn(writing: Writing, { deadline }: Facts, ids: { engineeringId: string; providerId: string }) {
  const { tx, operator, today } = writing
  const subjectId = await invitationOf(tx, operator.id, ids)
  const last = day(deadline)
  if (!subjectId || !last) return {}
  const { address } = await personalLink(writing, {
    purpose: 'consultation',
    subjectId,
    accompanimentId: null,
    personId: null,
    validDays: Math.max(0, daysBetween(today, last)) + afterwards,
  })
  return { action: { label: wordsOf(writing)('consultationOpened.action'), address } }
}

export const offerRetained = decisionLetter('offerRetained')
export const offerDeclined = decisionLetter('offerDeclined')

/** Every bidder is told, whatever was decided. */
function decisionLetter(kind: 'offerRetained' | 'offerDeclined') {
  return defineWriter({
    payload: object({ engineeringId: id(), offerId: id() }),
    stopped: async (writing, { engineeringId }) => ((await factsOf(writing, engineeringId))?.decidedOn ? null : 'gone'),
    write: async (writing, { engineeringId, offerId }) => {
      const facts = await factsOf(writing, engineeringId)
      const bidder = await bidderFacts(writing.tx, writing.operator.id, offerId)
      if (!facts || !bidder) return null
      const t = wordsOf(writing)
      const names = namesOf(writing, facts)
      return toProvider(writing, facts, bidder.name, {
        subject: t(`${kind}.subject`, names),
        preview: t(`${kind}.preview`, names),
        paragraphs: [t(`${kind}.body`, names)],
        after: [t(`${kind}.after`, names)],
      })
    },
  })
}

function namesOf(writing: Writing, { title, deadline }: Facts) {
  const until = day(deadline)
  return {
    operator: writing.operator.name,
    title: title ?? wordsOf(writing)('consultantMission.untitled'),
    deadline: until ? formatDay(until, writing.locale) : '',
  }
}

function toProvider(
  writing: Writing,
  { askedByName: name, askedByEmail: replyTo }: Facts,
  provider: string,
  said: Pick<Letter, 'subject' | 'preview' | 'paragraphs' | 'after' | 'action'>,
): Letter {
  const t = wordsOf(writing)
  const operator = writing.operator.name
  return {
    ...said,
    greeting: t('greeting', { name: provider }),
    closing: t('closing'),
    signature: name ? t('signatureFor', { name, operator }) : operator,
    why: t('whyProvider', { operator }),
    ...(replyTo && { replyTo }),
  }
}
