import { studyById } from '#app/features/impact/impact.store.server.ts'
import { openMoment } from '#app/features/impact/impact.ts'
import { partiesOf } from '#app/features/impact/impact-parties.store.server.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter } from './writing.message.server.ts'

/** Who is asked has a quarter to answer: parties meet, or ask around them. */
const VALID_DAYS = 90

/** Asks a party for her own measure, by a link that opens on nothing else of the case. */
export const impactMeasure = defineWriter({
  payload: object({ studyId: id(), partyId: id() }),
  stopped: async ({ tx, operator }, { studyId, partyId }) => {
    const study = await studyById(tx, operator.id, studyId)
    if (!study) return 'gone'
    if (!openMoment(study.stage)) return 'closed'
    const party = (await partiesOf(tx, operator.id, studyId)).find(({ id: known }) => known === partyId)
    return party && party.revokedAt === null ? null : 'gone'
  },
  write: async (writing, { studyId, partyId }) => {
    const { tx, operator, locale } = writing
    const study = await studyById(tx, operator.id, studyId)
    const moment = study && openMoment(study.stage)
    const party = (await partiesOf(tx, operator.id, studyId)).find(({ id: known }) => known === partyId)
    if (!moment || !party) return null
    const t = wordsIn(locale).getFixedT(locale, 'mails')
    const { address, until } = await personalLink(writing, {
      purpose: 'impact',
      subjectId: partyId,
      accompanimentId: null,
      personId: null,
      validDays: VALID_DAYS,
    })
    return {
      subject: t(`impactMeasure.subject.${moment}`, { operator: operator.name }),
      preview: t('impactMeasure.preview'),
      greeting: t('greeting', { name: party.name }),
      paragraphs: [t('impactMeasure.body', { operator: operator.name })],
      action: { label: t('impactMeasure.action'), address },
      after: [t('impactMeasure.after', { until })],
      closing: t('closing'),
      signature: operator.name,
      why: t('impactMeasure.why', { operator: operator.name }),
    }
  },
})
