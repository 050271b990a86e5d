import { publicUrl } from '#app/env.server.ts'
import { invitationLink } from '#app/features/sign-in/invitation-link.server.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { editionFacts, hasGrant, missionFacts, userFacts } from './message-facts.store.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const toUser = object({ userId: id() })
const toConsultant = object({ userId: id(), engineeringId: id() })
const toFunder = object({ userId: id(), editionId: id() })

/** Invites a member: who never came chooses a password behind the link, or asks for a code; who did signs in as usual. */
export const memberInvitation = defineWriter({
  payload: toUser,
  stopped: async ({ tx, operator, today }, { userId }) =>
    (await hasGrant(tx, operator.id, { userId, today })) ? null : 'revoked',
  write: async (writing, { userId }) => {
    const t = wordsOf(writing)
    const operator = writing.operator.name
    const firstStep = await firstStepOf(writing, userId)
    return letter(writing, userId, {
      subject: t('memberInvitation.subject', { operator }),
      preview: t('memberInvitation.preview'),
      paragraphs: [t(firstStep ? 'memberInvitation.body' : 'memberInvitation.bodyKnown', { operator })],
      action: firstStep ?? { label: t('memberInvitation.action'), address: `${publicUrl()}/connexion` },
    })
  },
})

export const consultantMission = defineWriter({
  payload: toConsultant,
  stopped: async ({ tx, operator, today }, { userId, engineeringId }) => {
    const mission = await missionFacts(tx, { operatorId: operator.id, id: engineeringId })
    if (!mission || mission.state === 'cancelled') return 'gone'
    return (await hasGrant(tx, operator.id, { userId, subjectId: engineeringId, today })) ? null : 'revoked'
  },
  write: async (writing, { userId, engineeringId }) => {
    const t = wordsOf(writing)
    const mission = await missionFacts(writing.tx, { operatorId: writing.operator.id, id: engineeringId })
    if (!mission) return null
    const names = { operator: writing.operator.name, title: mission.title ?? t('consultantMission.untitled') }
    const firstStep = await firstStepOf(writing, userId)
    return letter(writing, userId, {
      subject: t('consultantMission.subject', names),
      preview: t('consultantMission.preview', names),
      paragraphs: [t('consultantMission.body', names), ...(firstStep ? [t('consultantMission.first')] : [])],
      action: firstStep ?? { label: t('consultantMission.action'), address: `${publicUrl()}/consultant` },
    })
  },
})

export const reportPublished = defineWriter({
  payload: toFunder,
  stopped: async ({ tx, operator, today }, { userId, editionId }) => {
    const edition = await editionFacts(tx, { operatorId: operator.id, id: editionId })
    if (edition?.state !== 'published') return 'gone'
    const reaches = await hasGrant(tx, operator.id, { userId, subjectId: edition.agreementId, today })
    return reaches ? null : 'revoked'
  },
  write: async (writing, { userId, editionId }) => {
    const t = wordsOf(writing)
    const edition = await editionFacts(writing.tx, { operatorId: writing.operator.id, id: editionId })
    if (!edition) return null
    const names = { operator: writing.operator.name, year: String(edition.year), agreement: edition.agreement }
    return letter(writing, userId, {
      subject: t('reportPublished.subject', names),
      preview: t('reportPublished.preview'),
      paragraphs: [t('reportPublished.body', names)],
      action: { label: t('reportPublished.action'), address: `${publicUrl()}/financeur` },
    })
  },
})

/** What somebody who never came does first: choose a password. Null for who signs in as usual. */
async function firstStepOf(writing: Writing, userId: string): Promise<Letter['action'] | null> {
  if ((await userFacts(writing.tx, userId))?.hasCome !== false) return null
  return { label: wordsOf(writing)('memberInvitation.actionNew'), address: await invitationLink(userId) }
}

export const wordsOf = ({ locale }: Writing) => wordsIn(locale).getFixedT(locale, 'mails')

/** A letter to somebody who signs in; null when she may not any more. */
export async function letter(
  writing: Writing,
  userId: string,
  said: Pick<Letter, 'subject' | 'preview' | 'paragraphs' | 'action'>,
): Promise<Letter | null> {
  const user = await userFacts(writing.tx, userId)
  if (!user) return null
  const t = wordsOf(writing)
  return {
    ...said,
    greeting: t('greeting', { name: user.name }),
    closing: t('closing'),
    signature: writing.operator.name,
    why: t('whyMember', { operator: writing.operator.name }),
  }
}
