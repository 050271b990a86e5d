import { z } from 'zod'

const text = z.string().nullable()
const stored = z.object({
  payment: text,
  ownership: text,
  sharing: text,
  confidentiality: text,
  personalData: text,
  termination: text,
  vatBasisPoints: z.number().int().min(0).max(10_000).nullable(),
})
export type ContractDefaults = z.output<typeof stored>

/** The usual rate in France (art. 278 of the tax code); an operator whose providers have another sets it. */
const usualVat = 2_000

/** What an operator set for its contracts; null while it set nothing, and the usual texts are proposed. */
export function contractDefaultsOf(settings: Readonly<Record<string, unknown>>): ContractDefaults | null {
  const parsed = stored.safeParse(settings.contractDefaults)
  return parsed.success ? parsed.data : null
}

/** The rate that a new text begins with. */
export function vatOf(settings: Readonly<Record<string, unknown>>): number | null {
  const defaults = contractDefaultsOf(settings)
  return defaults ? defaults.vatBasisPoints : usualVat
}
