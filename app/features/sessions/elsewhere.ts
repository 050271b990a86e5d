import { addDays, type Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { meet } from './session-hours.ts'

/** A session that a consultant has for another operator: when, and for whom she would know it. Nothing of what it is about. */
export type Elsewhere = { heldOn: Day; beginsAt: Hour | null; endsAt: Hour | null; operator: string }

/** A session may still be reported so long after it was held; what is older meets nothing that is written now. */
const daysBack = 60
export const busyFrom = (today: Day) => addDays(today, -daysBack)

type Typed = { heldOn: Day | null; beginsAt: Hour | null; endsAt: Hour | null }

/** Of her sessions elsewhere: those at that hour, or else those of that day while no hour says that they do not meet. */
export function besides(typed: Typed, elsewhere: readonly Elsewhere[]) {
  const sameDay = elsewhere.filter(({ heldOn }) => heldOn === typed.heldOn)
  const atThatHour = sameDay.filter(other => meet(typed, other))
  if (atThatHour.length > 0) return { isSameHour: true, sessions: atThatHour }
  const unknown = sameDay.filter(({ beginsAt }) => !beginsAt || !typed.beginsAt)
  return { isSameHour: false, sessions: unknown }
}

/** The same for each day of a series: those at its hour, or else those that may be. */
export function besidesEach(days: readonly Day[], hours: Omit<Typed, 'heldOn'>, elsewhere: readonly Elsewhere[]) {
  const found = days.map(heldOn => besides({ ...hours, heldOn }, elsewhere))
  const isSameHour = found.some(one => one.isSameHour)
  return { isSameHour, sessions: found.flatMap(one => (one.isSameHour === isSameHour ? one.sessions : [])) }
}

/** Her sessions that are at the hour of one that she has elsewhere, and which: two rooms at once, found out afterwards. */
export const atOnce = <S extends Typed & { status: string }>(own: readonly S[], elsewhere: readonly Elsewhere[]) =>
  own.flatMap(session => {
    const { isSameHour, sessions } = besides(session, elsewhere)
    return session.status !== 'cancelled' && isSameHour ? [{ session, others: sessions }] : []
  })
