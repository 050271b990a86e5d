import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { day, object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { destinationOf, journeyTo } from './advance-rules.ts'
import { clockAdvance } from './demonstration.jobs.ts'
import { lockClock, setDestination } from './demonstration.store.server.ts'

/** « Avancer au… »: sends the demonstration forward to a day. Its workers then go there day by day. */
export const advanceClock = defineCommand({
  name: 'clock.advance',
  input: object({ to: day() }),
  subject: async ({ tx, operator }) => (operator.demonstration ? lockClock(tx, operator.id) : null),
  allow: isManager,
  run: async ({ tx, operator, now, today, record, enqueue }, { to }, { settings }) => {
    const journey = journeyTo(to, today, destinationOf(settings))
    if (!journey.ok) return journey
    await setDestination(tx, operator.id, to)
    await record({
      name: 'clock.sent-forward',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { from: today, to },
    })
    await enqueue(clockAdvance, {}, `${to}:${now.getTime()}`)
    return ok({ from: today, to, days: journey.value.days })
  },
})
