import { choice, day, id, integer, object, text } from '#app/kernel/input.ts'
import { networkStatusValues } from './network-status.ts'

export const recordStatusInput = object({
  id: id(),
  status: choice(networkStatusValues),
  sinceOn: day(),
  reason: text({ max: 2000 }),
})
export const writeNormGapInput = object({
  id: id(),
  /** Of the note that was read, 0 when there was none. */
  version: integer({ min: 0, max: 1_000_000 }),
  difference: text({ max: 5000 }),
  acceptedBecause: text({ max: 5000 }),
})
