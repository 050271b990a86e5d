import { type Day, day } from '#app/kernel/day.ts'

/** A day written in a test; a wrong one fails the test rather than being null. */
export function on(text: string): Day {
  const value = day(text)
  if (!value) throw new Error(`no such day: ${text}`)
  return value
}

/** The clock of a day, at half past nine in Paris in winter. */
export const at = (text: string) => () => new Date(`${text}T08:30:00Z`)
