import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { sessionById } from '#app/features/sessions/sessions.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { missingReport } from './week.ts'
import { RemindInput } from './week-input.ts'
import { consultantsAt } from './weeks.store.server.ts'

async function sessionOf({ tx, operator }: CommandContext, { sessionId }: { sessionId: string }) {
  const session = await sessionById(tx, operator.id, sessionId)
  const engineering = session && (await engineeringById(tx, operator.id, session.engineeringId))
  return session && engineering && { session, engineering }
}

/** Whoever holds a session that nobody has reported is asked to: once a day for one session, whoever asks. */
export const remindConsultant = defineCommand({
  name: 'session.remind',
  input: RemindInput,
  subject: sessionOf,
  allow: isMember,
  run: async (ctx, { sessionId }, { session, engineering }) => {
    const { tx, operator, today } = ctx
    const { heldOn, status, lines, consultantId } = session
    const isMissing = heldOn && missingReport({ heldOn, status, hasReport: lines.decisions.length > 0 }, today)
    if (!isMissing || engineering.state === 'cancelled') return fail('report-not-missing')
    const known = await consultantsAt(tx, operator.id, [engineering.id], today)
    const its = known.filter(({ userId }) => userId === consultantId)
    const asked = its.length > 0 ? its : known
    if (asked.length === 0) return fail('no-consultant-to-remind')
    const [first] = await membersOf(tx, operator.id, [engineering.id])
    const sent: string[] = []
    for (const { userId, name, email, locale } of asked) {
      const id = await planSend(ctx, {
        key: `session.report:${sessionId}:${userId}:${today}`,
        message: 'session.report',
        payload: { sessionId, userId },
        recipient: email,
        recipientUserId: userId,
        accompanimentId: first?.accompanimentId ?? null,
        locale,
      })
      if (id) sent.push(name)
    }
    return sent.length > 0 ? ok({ names: sent.join(', ') }) : fail('reminded-today')
  },
})
