/** From who is helped to who speaks for the network; `left` may be followed by any of them. */
export const networkStatusValues = ['beneficiary', 'member', 'contributor', 'activist', 'left'] as const
export type NetworkStatus = (typeof networkStatusValues)[number]

export type StatusRow = { id: string; status: NetworkStatus; sinceOn: string }

/** The status that holds on a day, of rows given in the order in which they were recorded: of one day, the last said. */
export function statusOn<Row extends StatusRow>(rows: readonly Row[], day: string): Row | null {
  return rows.reduce<Row | null>(
    (holding, row) => (row.sinceOn <= day && (!holding || row.sinceOn >= holding.sinceOn) ? row : holding),
    null,
  )
}
