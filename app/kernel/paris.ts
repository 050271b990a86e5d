/** The wall clock of Europe/Paris: days and sending hours are decided there, whatever the machine's time zone. */

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

export function parisTime(instant: Date): WallTime {
  const time: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of wallClock.formatToParts(instant)) {
    switch (type) {
      case 'year':
      case 'month':
      case 'day':
      case 'hour':
      case 'minute':
      case 'second':
        time[type] = Number(value)
    }
  }
  return time
}

function offsetAt(instantMs: number): number {
  const t = parisTime(new Date(instantMs))
  const asIfUtc = Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute, t.second)
  return asIfUtc - Math.floor(instantMs / 1000) * 1000
}

/** The instant at which clocks in Paris show this hour. An hour skipped in spring gives the hour that follows the gap. */
export function parisInstant(year: number, month: number, day: number, hour: number): Date {
  const wall = Date.UTC(year, month - 1, day, hour)
  const guess = wall - offsetAt(wall)
  return new Date(wall - offsetAt(guess))
}
