import { z } from 'zod'
import { type ExpertiseDomain, expertiseDomains } from './expertise-domains.ts'

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

/** The scores alone; of a domain that nobody has scored, nothing. */
export function scoresOf(value: unknown): Partial<Record<ExpertiseDomain, number>> {
  const situation = readSituation(value)
  return Object.fromEntries(
    expertiseDomains.flatMap(domain => {
      const score = situation[domain]?.score ?? null
      return score === null ? [] : [[domain, score]]
    }),
  )
}
