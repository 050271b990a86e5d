import { perform } from '#app/access/effect.server.ts'
import { clockAdvance } from '#app/features/demonstration/demonstration.jobs.ts'
import { stepDay } from '#app/features/demonstration/step-day.effect.server.ts'
import { sweepDigests } from '#app/features/digests/sweep-digests.effect.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { handles } from '../handler.ts'

/** Each day in its turn: its rules first, then its messages, with its own date. */
export const handleClockAdvance = handles(clockAdvance, async (operatorId, _ids, clock) => {
  for (;;) {
    const step = await perform(stepDay, operatorId, {}, { clock })
    if (!step) return
    const morning = () => step.morning
    await perform(sweepReminders, operatorId, {}, { clock: morning })
    await perform(sweepDigests, operatorId, {}, { clock: morning })
    while (await perform(sendDueMessages, operatorId, {}, { clock: morning })) {
      // More of that day is due than one run takes.
    }
  }
})
