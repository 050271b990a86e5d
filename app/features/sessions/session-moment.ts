import { type Day, day } from '#app/kernel/day.ts'
import { type Hour, hour } from '#app/kernel/hour.ts'

type Stored = { heldOn: string | null; beginsAt: string | null; endsAt: string | null }
type Moment = { heldOn: Day; beginsAt: Hour | null; endsAt: Hour | null }

/** A stored session with its day and hours read; nothing of one that has no day. */
export function withMoment<R extends Stored>({
  heldOn,
  beginsAt,
  endsAt,
  ...row
}: R): (Omit<R, keyof Stored> & Moment)[] {
  const on = day(heldOn)
  return on ? [{ ...row, heldOn: on, beginsAt: hour(beginsAt), endsAt: hour(endsAt) }] : []
}
