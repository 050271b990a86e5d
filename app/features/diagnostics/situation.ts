import { z } from 'zod'
import { expertiseDomains } from './expertise-domains.ts'

const stored = z.partialRecord(
  z.enum(expertiseDomains),
  z.object({ score: z.int().min(0).max(4).nullable(), text: z.string().nullable() }),
)
/** Where the organisation stands in each domain: 0 (everything to build) to 4 (solid), and in words. */
export type Situation = z.output<typeof stored>

/** Reads the column; what is not one is a situation of which nothing is known. */
export function readSituation(value: unknown): Situation {
  const parsed = stored.safeParse(value)
  return parsed.success ? parsed.data : {}
}
