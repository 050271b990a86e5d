import { committeeById, membersOf } from '#app/features/committees/committees.store.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { day, daysBetween } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter } from './writing.message.server.ts'

/** Sends a member of the committee her link to the agenda; it ends with the agenda's last day. */
export const committeeAgenda = defineWriter({
  payload: object({ committeeId: id(), memberId: id() }),
  stopped: async ({ tx, operator, today }, { committeeId }) => {
    const committee = await committeeById(tx, operator.id, committeeId)
    if (!committee) return 'gone'
    return committee.closesOn < today ? 'closed' : null
  },
  write: async (writing, { committeeId, memberId }) => {
    const { tx, operator, locale, today } = writing
    const committee = await committeeById(tx, operator.id, committeeId)
    const member = (await membersOf(tx, operator.id, committeeId)).find(({ id: known }) => known === memberId)
    const [heldOn, closesOn] = [day(committee?.heldOn), day(committee?.closesOn)]
    if (!member || !heldOn || !closesOn) return null
    const t = wordsIn(locale).getFixedT(locale, 'mails')
    const on = formatDay(heldOn, locale)
    const { address, until } = await personalLink(writing, {
      purpose: 'committee',
      subjectId: memberId,
      accompanimentId: null,
      personId: null,
      validDays: Math.max(0, daysBetween(today, closesOn)),
    })
    return {
      subject: t('committeeAgenda.subject', { on }),
      preview: t('committeeAgenda.preview'),
      greeting: t('greeting', { name: member.name }),
      paragraphs: [t('committeeAgenda.body', { operator: operator.name, on })],
      action: { label: t('committeeAgenda.action'), address },
      after: [t('committeeAgenda.after', { until })],
      closing: t('closing'),
      signature: operator.name,
      why: t('committeeAgenda.why', { operator: operator.name }),
    }
  },
})
