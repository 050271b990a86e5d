import { addDays, day } from '#app/kernel/day.ts'

export type DueGroup = 'late' | 'soon' | 'later' | 'undated'
const order: readonly DueGroup[] = ['late', 'soon', 'later', 'undated']

/** What waits, in the order in which it should be looked at: late, within seven days, later, without a date. */
export function groupByDue<Row extends { nextOn: string | null }>(
  rows: readonly Row[],
  today: string,
): { group: DueGroup; rows: Row[] }[] {
  const now = day(today)
  const soon = now ? addDays(now, 7) : today
  const groupOf = ({ nextOn }: Row): DueGroup =>
    nextOn === null ? 'undated' : nextOn < today ? 'late' : nextOn <= soon ? 'soon' : 'later'
  return order
    .map(group => ({ group, rows: rows.filter(row => groupOf(row) === group) }))
    .filter(({ rows: kept }) => kept.length > 0)
}
