import { type ExpertiseDomain, expertiseDomains } from './expertise-domains.ts'

const parts = ['strengths', 'brakes', 'conclusions'] as const
type Part = (typeof parts)[number]

/** One line of a diagnostic that somebody may speak of: a domain, a text, a need. */
export type DiagnosticLine =
  | { code: string; kind: 'situation'; domain: ExpertiseDomain; text: string }
  | { code: string; kind: 'part'; part: Part; text: string }
  | { code: string; kind: 'need'; text: string }

/** The lines that the team may comment on, written or not. */
export const commentedLines = [...expertiseDomains.map(domain => `situation.${domain}`), ...parts, 'needs']
export type ShownContest = {
  id: string
  line: string
  lineThen: string
  body: string
  contestedBy: string
  contestedAt: Date
  answer: string | null
  answeredByName: string | null
  version: number
}
export type ShownComment = { id: string; line: string; body: string; author: string; writtenAt: Date }
