import type { Brief } from '#db/schema/consultations.ts'
import { type Criterion, type Terms, termsTexts } from './consultation.ts'

/** The terms as they leave to a provider; a part that nobody wrote is left out. */
export function briefOf(
  title: string | null,
  terms: Terms | null,
  criteria: readonly Pick<Criterion, 'label' | 'weight'>[],
): Omit<Brief, 'provider'> {
  return {
    title: title ?? '',
    texts: termsTexts.flatMap(name => {
      const text = terms?.[name]
      return text ? [{ name, text }] : []
    }),
    quarters: terms?.quarters ?? null,
    budgetCents: terms?.budgetCents ?? null,
    vatBasisPoints: terms?.vatBasisPoints ?? null,
    criteria: criteria.map(({ label, weight }) => ({ label, weight })),
  }
}
