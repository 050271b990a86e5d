import type { DiagnosticLine } from './diagnostic-lines.ts'
import { expertiseDomains } from './expertise-domains.ts'
import { readSituation } from './situation.ts'

const parts = ['strengths', 'brakes', 'conclusions'] as const
type Read = { situation: unknown } & Record<(typeof parts)[number], string | null>

/** The lines of a diagnostic that say something, in the order in which they are read. */
export function linesOf(diagnostic: Read, needs: readonly { id: string; title: string }[]): DiagnosticLine[] {
  const situation = readSituation(diagnostic.situation)
  return [
    ...needs.map(({ id, title }) => ({ code: `need.${id}`, kind: 'need' as const, text: title })),
    ...parts.flatMap(part => {
      const text = diagnostic[part]
      return text ? [{ code: part, kind: 'part' as const, part, text }] : []
    }),
    ...expertiseDomains.flatMap(domain => {
      const standing = situation[domain]
      const score = standing?.score ?? null
      const text = [score === null ? null : `${score}/4`, standing?.text].filter(Boolean).join(' · ')
      return text ? [{ code: `situation.${domain}`, kind: 'situation' as const, domain, text }] : []
    }),
  ]
}
