import { perform } from '#app/access/effect.server.ts'
import { reminderSweep } from '#app/features/reminders/reminders.jobs.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { handles } from '../handler.ts'

export const handleReminderSweep = handles(reminderSweep, (operatorId, input, clock) =>
  perform(sweepReminders, operatorId, input, { clock }),
)
