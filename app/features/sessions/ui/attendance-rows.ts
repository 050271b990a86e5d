import type { FormState } from '#app/http/form.tsx'
import type { AttendanceRow } from '../session-form.ts'

/** A line of the grid: the rank under which its fields are sent, and what they begin with. */
export type PersonRow = { rank: number; personName: string; role: string; status: string }

/**
 * The lines of each member. After a refusal those that were typed come back, under the ranks that they had and for the
 * member for whom they were typed: the members may be others by then. `added`: empty lines asked for, by member.
 */
export function personRows(
  rows: readonly AttendanceRow[],
  typed: FormState['typed'],
  added: Readonly<Record<string, number>>,
): PersonRow[][] {
  const ranks = Object.entries(typed ?? {}).flatMap(([field, value]) => {
    const rank = /^attendance\[(\d{1,3})\]\.accompanimentId$/.exec(field)?.[1]
    return rank === undefined ? [] : [{ rank: Number(rank), accompanimentId: value }]
  })
  const said = (rank: number, field: string) => typed?.[`attendance[${rank}].${field}`] ?? ''
  let next = Math.max(-1, ...ranks.map(({ rank }) => rank)) + 1
  const kept = rows.map(({ accompanimentId, noted }) => {
    const own = ranks.filter(row => row.accompanimentId === accompanimentId)
    return own.length > 0
      ? own.map(({ rank }) => ({
          rank,
          personName: said(rank, 'personName'),
          role: said(rank, 'role'),
          status: said(rank, 'status'),
        }))
      : noted.map(({ personName, role, status }) => ({ rank: next++, personName, role: role ?? '', status }))
  })
  // Empty ones come last, so that a line never changes its rank while it is typed.
  return kept.map((own, index) => {
    const more = added[rows[index]?.accompanimentId ?? ''] ?? 0
    return [...own, ...Array.from({ length: more }, () => ({ rank: next++, personName: '', role: '', status: '' }))]
  })
}
