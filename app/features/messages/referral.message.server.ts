import { referralById } from '#app/features/referrals/partners.store.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { wordsOf } from './member.message.server.ts'
import { caseFacts } from './message-facts.store.server.ts'
import { stableLink } from './personal-link.message.server.ts'
import { standingOf } from './reminder.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

/** Days for which the link opens after each letter: to answer, then to read again what was answered. */
const validDays = 90

/** Sends the organisation to a partner, which answers by its link. */
export const referralAsked = defineWriter({
  payload: object({ referralId: id() }),
  stopped: async ({ tx, operator }, { referralId }) => {
    const referral = await referralById(tx, operator.id, referralId, { lock: true })
    if (!referral?.partnerEmail) return 'gone'
    return referral.answer ? 'answered' : null
  },
  write: (writing, { referralId }) => letterAbout(writing, referralId, 'referralAsked'),
})

/** What the rule of the case says to a partner that has not answered: the same link, until it does. */
export const referralReminder = defineWriter({
  payload: object({ reminderId: id(), referralId: id() }),
  stopped: async (writing, ids) => ((await standingOf(writing, ids)) ? null : 'settled'),
  write: (writing, { referralId }) => letterAbout(writing, referralId, 'referralReminder'),
})

async function letterAbout(
  writing: Writing,
  referralId: string,
  words: 'referralAsked' | 'referralReminder',
): Promise<Letter | null> {
  const { tx, operator, locale } = writing
  const referral = await referralById(tx, operator.id, referralId)
  if (!referral?.brief) return null
  const { brief, partnerName, sentTo } = referral
  const facts = await caseFacts(tx, { operatorId: operator.id, id: referral.accompanimentId })
  const t = wordsOf(writing)
  const [sentOn, expectedOn] = [day(referral.sentOn), day(referral.expectedOn)]
  const names = {
    operator: operator.name,
    organisation: brief.organisation,
    partner: sentTo,
    on: sentOn ? formatDay(sentOn, locale) : '',
  }
  const { address, until } = await stableLink(writing, {
    purpose: 'referral',
    subjectId: referralId,
    accompanimentId: null,
    personId: null,
    validDays,
  })
  return {
    subject: t(`${words}.subject`, names),
    preview: t(`${words}.preview`, names),
    greeting: partnerName ? t('greeting', { name: partnerName }) : t('greetingUnnamed'),
    paragraphs: [
      t(`${words}.body`, names),
      ...(expectedOn ? [t('referralAsked.expected', { on: formatDay(expectedOn, locale) })] : []),
    ],
    action: { label: t('referralAsked.action'), address },
    after: [t('referralAsked.after', { until })],
    closing: t('closing'),
    signature: facts?.practitionerName
      ? t('signatureFor', { name: facts.practitionerName, operator: operator.name })
      : operator.name,
    why: t('referralAsked.why', names),
    ...(facts?.practitionerEmail && { replyTo: facts.practitionerEmail }),
  }
}
