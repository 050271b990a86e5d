import type { Engineering } from '#app/features/engineerings/engineering.ts'
import type { Terms } from './consultation.ts'

/** What a diagnostic gives to the terms of reference. */
export type DraftSource = {
  organisation: string
  strengths: string | null
  brakes: string | null
  conclusions: string | null
  needs: readonly string[]
}

/**
 * The first text of the terms of reference, taken over from the diagnostics of the members: nothing is invented, what the
 * diagnostic does not say stays empty.
 */
export function draftTerms(
  sources: readonly DraftSource[],
  engineering: Engineering,
  vatBasisPoints: number | null,
): Terms {
  const several = sources.length > 1
  const said = (texts: (source: DraftSource) => readonly (string | null)[]) => {
    const parts = sources.flatMap(source => {
      const text = texts(source)
        .filter(part => part !== null && part.trim() !== '')
        .join('\n\n')
      if (text === '') return []
      return [several ? `${source.organisation}\n${text}` : text]
    })
    return parts.length > 0 ? parts.join('\n\n') : null
  }
  const listed = ({ needs }: DraftSource) => (needs.length > 0 ? [needs.map(need => `- ${need}`).join('\n')] : [])
  return {
    context: said(({ strengths, brakes }) => [strengths, brakes]),
    issue: said(({ conclusions }) => [conclusions]),
    results: said(listed),
    phases: null,
    deliverables: null,
    calendar: null,
    skills: null,
    contact: null,
    publicity: null,
    quarters: engineering.orderedQuarters,
    budgetCents: engineering.amountCents,
    vatBasisPoints,
    agreedOn: null,
    version: 0,
  }
}

/** The grid that a new consultation begins with: contents of domain §13.7, out of 100. */
export const usualCriteria = [
  { key: 'understanding', weight: 20 },
  { key: 'method', weight: 25 },
  { key: 'calendar', weight: 10 },
  { key: 'skills', weight: 20 },
  { key: 'price', weight: 15 },
  { key: 'values', weight: 10 },
] as const
