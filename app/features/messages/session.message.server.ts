import { publicUrl } from '#app/env.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { id, object } from '#app/kernel/input.ts'
import { letter, wordsOf } from './member.message.server.ts'
import { hasGrant, sessionFacts } from './message-facts.store.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

type Ids = { sessionId: string; userId: string }

const factsOf = ({ tx, operator }: Writing, { sessionId }: Ids) =>
  sessionFacts(tx, { operatorId: operator.id, id: sessionId })

/** Asks a consultant for what she has not written of a session; not when she has meanwhile. */
export const sessionReport = defineWriter({
  payload: object({ sessionId: id(), userId: id() }),
  stopped: async (writing, ids) => {
    const session = await factsOf(writing, ids)
    if (!session || session.status === 'cancelled' || session.state === 'cancelled') return 'gone'
    if (session.status === 'held' && session.hasReport) return 'answered'
    const { tx, operator, today } = writing
    const reach = { userId: ids.userId, subjectId: session.engineeringId, today }
    return (await hasGrant(tx, operator.id, reach)) ? null : 'revoked'
  },
  write: async (writing, ids) => {
    const session = await factsOf(writing, ids)
    if (!session?.heldOn) return null
    const t = wordsOf(writing)
    const { operator, locale } = writing
    const names = {
      day: formatDay(session.heldOn, locale),
      title: session.title ?? t('consultantMission.untitled'),
      operator: operator.name,
    }
    const page = `${publicUrl()}/consultant/${operator.slug}/missions/${session.engineeringId}/seances/${ids.sessionId}`
    return letter(writing, ids.userId, {
      subject: t('sessionReport.subject', names),
      preview: t('sessionReport.preview', names),
      paragraphs: [t(session.status === 'planned' ? 'sessionReport.planned' : 'sessionReport.held', names)],
      action: {
        label: t('sessionReport.action'),
        address: session.status === 'planned' ? `${page}?statut=held` : page,
      },
    })
  },
})
