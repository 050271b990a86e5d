import { isSystem } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { isLow } from './session-rules.ts'
import { sessionTell } from './sessions.jobs.ts'
import { heldQuarters, sessionById } from './sessions.store.server.ts'

async function written({ tx, operator }: CommandContext, { sessionId }: { sessionId: string }) {
  const session = await sessionById(tx, operator.id, sessionId)
  const engineering = session && (await engineeringById(tx, operator.id, session.engineeringId))
  return session && engineering && { session, engineering }
}

/**
 * What a consultant may not do herself: she sees neither her cases' other work, which their next step depends on, nor the
 * practitioners' notices. Repeating it changes nothing.
 */
export const tellSession = defineCommand({
  name: 'session.tell',
  input: sessionTell.payload,
  subject: written,
  allow: isSystem,
  run: async ({ tx, operator, now, today, enqueue }, { sessionId }, { session, engineering }) => {
    const members = await membersOf(tx, operator.id, [engineering.id])
    const cases = members.map(({ accompanimentId }) => accompanimentId)
    await refreshNextSteps(tx, operator.id, cases, today)
    // A consultant sees no partner: what she held is passed on here.
    await passOn({ tx, operator, enqueue }, engineering.id, `${sessionId} told ${session.version}`)
    const others = await heldQuarters(tx, operator.id, engineering.id, sessionId)
    const held = others + (session.status === 'held' ? (session.quarters ?? 0) : 0)
    const kinds = [
      { kind: `session.${session.status}`, about: sessionId },
      ...(isLow(engineering, held) ? [{ kind: 'engineering.days-low', about: engineering.id }] : []),
    ]
    for (const userId of new Set(members.flatMap(({ practitionerId }) => practitionerId ?? []))) {
      const own = members.find(({ practitionerId }) => practitionerId === userId)
      for (const { kind, about } of kinds)
        await notifyOnce(tx, operator.id, now, about, {
          userId,
          kind,
          accompanimentId: own?.accompanimentId ?? null,
          data: { number: own?.number ?? '', organisation: own?.name ?? '' },
          address: `/o/${operator.slug}/accompagnements/${own?.number}/seances`,
        })
    }
    return ok({ sessionId })
  },
})
