import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { closeInvitations } from '#app/features/consultations/consultations.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { revokeMission } from './consultants.store.server.ts'
import { CancelEngineeringInput } from './engineering-input.ts'
import { cancelEngineering as cancel, engineeringOfCase, membersOf } from './engineerings.store.server.ts'

/** What was held stays held and counted; what was planned is called off, and its consultants leave. */
export const cancelEngineering = defineCommand({
  name: 'engineering.cancel',
  input: CancelEngineeringInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, now, today, record }, { engineeringId, reason }, engineering) => {
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    await cancel(tx, operator.id, engineeringId)
    await closeInvitations(tx, operator.id, engineeringId, today)
    await revokeMission(tx, operator.id, engineeringId, { now })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const about = { subjectKind: 'engineering', subjectId: engineeringId, data: { title: engineering.title, reason } }
    for (const accompanimentId of cases.length > 0 ? cases : [null])
      await record({ name: 'engineering.cancelled', ...about, accompanimentId })
    await refreshNextSteps(tx, operator.id, cases, today)
    return ok({ engineeringId })
  },
})
