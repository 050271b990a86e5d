import { z } from 'zod'
import { type ExpertiseDomain, expertiseDomains } from './expertise-domains.ts'

const standing = z.object({ score: z.int().min(0).max(4).nullable(), text: z.string().nullable() })
type Standing = z.output<typeof standing>
/** Where the organisation stands in each domain: 0 (everything to build) to 4 (solid), and in words. */
export type Situation = Partial<Record<ExpertiseDomain, Standing>>

const stored = z.record(z.string(), z.unknown())

/** Reads the column, each domain by itself: one that was left out, or is none, takes no other with it. */
export function readSituation(value: unknown): Situation {
  const { data = {} } = stored.safeParse(value)
  return Object.fromEntries(
    expertiseDomains.flatMap(domain => {
      const read = standing.safeParse(data[domain])
      return read.success ? [[domain, read.data]] : []
    }),
  )
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
