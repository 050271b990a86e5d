/** The only source of "now". Everything that needs it receives a clock, so that a test or the demonstration moves it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const DAY = 86_400_000

/** A clock that runs a number of days ahead: how the demonstration goes forward in time. */
export function shiftedClock(days: number, base: Clock = systemClock): Clock {
  return () => new Date(base().getTime() + days * DAY)
}
