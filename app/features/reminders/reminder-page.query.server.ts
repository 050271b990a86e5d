import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { countHeldBack, openBrake } from '#app/features/messages/brake.store.server.ts'
import { openFailedJobs } from '#app/features/messages/failed-jobs.store.server.ts'
import { caseIdByNumber, countSends, listSends } from '#app/features/messages/send-list.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { comingReminders } from './coming-reminders.store.server.ts'
import { reminderPageInput } from './reminder-page-input.ts'
import { rulesInForce } from './rules-in-force.store.server.ts'

const perPage = 50
/** How far ahead the page looks for reminders that no rule has started yet. */
const horizonDays = 60
const toDecide = ['uncertain', 'failed'] as const
const toCome = ['planned', 'sending'] as const

/** What was sent, what will be, and what somebody must decide, for the operator or for one of its cases. */
export const reminderPage = defineQuery({
  name: 'reminder.page',
  input: reminderPageInput,
  subject: async ({ tx, operator }, { dossier }) => {
    if (!dossier) return { accompanimentId: undefined }
    const accompanimentId = await caseIdByNumber(tx, operator.id, dossier)
    return accompanimentId ? { accompanimentId } : null
  },
  allow: isMember,
  run: async (ctx, { vue, dossier, page }, { accompanimentId }) => {
    const { tx, operator, actor, today } = ctx
    const counted = (states: Parameters<typeof countSends>[2]['states']) =>
      countSends(tx, operator.id, { states, accompanimentId })
    const failedJobs = isManager(actor) && !dossier ? await openFailedJobs(tx, operator.id) : []
    const brake = dossier ? null : await openBrake(tx, operator.id)
    const counts = {
      decider: (await counted(toDecide)) + failedJobs.length,
      venir: await counted(toCome),
      envoyes: await counted(['sent']),
    }
    const view = vue ?? (counts.decider > 0 ? 'decider' : 'venir')
    const states = { decider: toDecide, venir: toCome, envoyes: ['sent'] as const }[view]
    const at = page ?? 1
    const sends = await listSends(tx, operator.id, {
      states,
      accompanimentId,
      limit: perPage,
      offset: (at - 1) * perPage,
    })
    return {
      today,
      view,
      dossier,
      counts,
      page: at,
      hasMore: states.length > 0 && counts[view] > at * perPage,
      isManager: isManager(actor),
      brake: brake && {
        id: brake.id,
        begun: brake.begun,
        usual: brake.usual,
        waiting: await countHeldBack(tx, operator.id),
      },
      sends: sends.map(({ dueAt, sentAt, ...send }) => ({
        ...send,
        dueAt: dueAt.toISOString(),
        sentAt: sentAt?.toISOString() ?? null,
      })),
      coming: view === 'venir' && at === 1 ? await coming(ctx, accompanimentId) : [],
      failedJobs:
        view === 'decider' ? failedJobs.map(({ at: when, ...job }) => ({ ...job, at: when.toISOString() })) : [],
    }
  },
})

/** Reminders that the rules will start if nothing changes, the soonest first. */
async function coming({ tx, operator, today }: QueryContext, accompanimentId: string | undefined) {
  const span = { until: addDays(today, horizonDays), accompanimentId }
  const found = await comingReminders({ tx, operator, today }, await rulesInForce(tx, operator), span)
  return found.slice(0, 100)
}
