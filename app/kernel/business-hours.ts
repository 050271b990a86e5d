import { addDays, dayOf, instantOf, nextBusinessDay } from './day.ts'
import { parisTime } from './paris.ts'

const OPENS = 8
const CLOSES = 19

/** When a message prepared at that instant may leave: now, or at 8 h in Paris on the next day that people work. */
export function nextSendingInstant(now: Date): Date {
  const today = dayOf(now)
  const { hour } = parisTime(now)
  if (hour >= CLOSES) return instantOf(nextBusinessDay(addDays(today, 1)), OPENS)
  const sendingDay = nextBusinessDay(today)
  return sendingDay === today && hour >= OPENS ? now : instantOf(sendingDay, OPENS)
}
