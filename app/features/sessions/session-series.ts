import { addDays, type Day, day, daysBetween, isPublicHoliday } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

export const holidayChoices = ['keep', 'skip'] as const
export const seriesScopes = ['this', 'following', 'all'] as const
export type SeriesScope = (typeof seriesScopes)[number]

/** A year of weekly sessions: more is a mistake of typing. */
export const mostTimes = 52

type Repeat = {
  heldOn: Day
  everyWeeks: number | null
  times: number | null
  until: Day | null
  holidays: (typeof holidayChoices)[number] | null
}
type SeriesFailure = Failure<
  'series-without-rhythm' | 'series-without-end' | 'series-of-one' | 'series-on-holidays' | 'series-too-long'
>

/**
 * The days of a series: the same day of the week, every so many weeks, so many times or until a day, whichever comes
 * first. Public holidays among them are named until somebody says whether they are kept.
 */
export function seriesDays({ heldOn, everyWeeks, times, until, holidays }: Repeat): Result<Day[], SeriesFailure> {
  if (everyWeeks === null) return times || until ? fail('series-without-rhythm', undefined, 'everyWeeks') : ok([heldOn])
  if (times === null && until === null) return fail('series-without-end', undefined, 'times')
  const last = until ? Math.floor(daysBetween(heldOn, until) / (7 * everyWeeks)) + 1 : mostTimes
  const count = Math.min(times ?? last, last)
  if (count > mostTimes) return fail('series-too-long', { max: mostTimes }, 'until')
  if (count < 2) return fail('series-of-one', undefined, times === null || last < times ? 'until' : 'times')
  const days = Array.from({ length: count }, (_, index) => addDays(heldOn, 7 * everyWeeks * index))
  const off = days.filter(isPublicHoliday)
  if (off.length > 0 && holidays === null)
    return fail('series-on-holidays', { days: off.map(shortDay).join(', ') }, 'holidays')
  const kept = holidays === 'skip' ? days.filter(day => !isPublicHoliday(day)) : days
  return kept.length < 2 ? fail('series-of-one', undefined, 'holidays') : ok(kept)
}

type SaidOfSeries = Record<'status' | 'heldOn' | 'everyWeeks' | 'times' | 'until' | 'holidays', string | null>

/** The days that a form would plan as it is typed so far: its first day alone while the rest makes no series. */
export function daysTyped({ status, holidays, ...said }: SaidOfSeries): Day[] {
  const heldOn = day(said.heldOn)
  if (!heldOn) return []
  const everyWeeks = status === 'planned' ? countTyped(said.everyWeeks) : null
  const typed = { heldOn, everyWeeks, times: countTyped(said.times), until: day(said.until) }
  const days = seriesDays({ ...typed, holidays: holidays === 'skip' ? 'skip' : 'keep' })
  return days.ok ? days.value : [heldOn]
}

const countTyped = (text: string | null) => (text && /^\s*[1-9]\d{0,3}\s*$/.test(text) ? Number(text) : null)

const shortDay = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

type Planned = { id: string; series: string | null; status: string; heldOn: Day | null }

/** The planned sessions that a change of this one is also made to; those that were held or called off never are. */
export function reachedBy<S extends Planned>(scope: SeriesScope, changed: Planned, all: readonly S[]): S[] {
  if (scope === 'this' || changed.series === null) return []
  return all.filter(
    ({ id, series, status, heldOn }) =>
      id !== changed.id &&
      series === changed.series &&
      status === 'planned' &&
      heldOn !== null &&
      (scope === 'all' || (changed.heldOn !== null && heldOn > changed.heldOn)),
  )
}

/** One of the series moves by as many days as the one that was changed. */
export const movedLike = (heldOn: Day, from: Day | null, to: Day): Day =>
  from ? addDays(heldOn, daysBetween(from, to)) : heldOn

type Moved = { from: Day | null; to: Day; others: readonly Day[] }

/** On which days the others of a series would be, as the change of one of them is typed: `scope` as the form says it. */
export function daysMoved(scope: string | null, { from, to, others }: Moved): Day[] {
  if (scope !== 'following' && scope !== 'all') return []
  const reached = others.filter(day => scope === 'all' || (from !== null && day > from))
  return reached.map(day => movedLike(day, from, to))
}
