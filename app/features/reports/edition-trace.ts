import { z } from 'zod'

/** One case behind a figure: what it gives to it. */
const tracedCase = z.object({
  number: z.string().nullable(),
  organisation: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
})

/** The proof of one figure, for the operator alone: its value, unmasked, and the cases that it came from. */
export const editionTrace = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  cases: z.array(tracedCase),
})
export type EditionTrace = z.infer<typeof editionTrace>
export type TracedCase = z.infer<typeof tracedCase>
