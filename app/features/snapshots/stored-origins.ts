import { z } from 'zod'
import { figureCertainties, figureOrigins, type OwnOrigins, originFields } from './figure-origin.ts'

const own = z.object({
  on: z.string().nullable(),
  origin: z.enum(figureOrigins).nullable(),
  certainty: z.enum(figureCertainties).nullable(),
})
const stored = z.record(z.string(), z.unknown())

/** Reads the column, each figure by itself: one that is none takes no other with it. */
export function readOrigins(value: unknown): OwnOrigins {
  const { data = {} } = stored.safeParse(value)
  return Object.fromEntries(
    originFields.flatMap(field => {
      const read = own.safeParse(data[field])
      return read.success ? [[field, read.data]] : []
    }),
  )
}
