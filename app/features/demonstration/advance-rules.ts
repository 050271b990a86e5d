import { type Day, day, daysBetween } from '#app/kernel/day.ts'
import { fail, ok } from '#app/kernel/result.ts'

/** Further than the last wave of a case that is opened today. */
const farthestDays = 1_100

/** Whether the demonstration may go to that day: forward, and one journey at a time. */
export function journeyTo(to: Day, today: Day, underWay: Day | null) {
  if (underWay) return fail('advance-under-way')
  const days = daysBetween(today, to)
  if (days < 1) return fail('day-past', {}, 'to')
  if (days > farthestDays) return fail('day-too-far', { days: farthestDays }, 'to')
  return ok({ days })
}

/** The day that the demonstration is going to, kept in the operator's settings; null when it has arrived. */
export function destinationOf(settings: Readonly<Record<string, unknown>>): Day | null {
  return day(settings.advancingTo)
}
