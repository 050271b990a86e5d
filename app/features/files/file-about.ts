import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'

/** What a file of a case may shed light on, besides the case as a whole. */
export const fileSubjects = expertiseDomains.map(domain => `diagnostic.${domain}`)

/** A file that answers a question of a step. */
export const questionSubject = (code: string) => `question.${code}`

/** A file as the pages of its case show it. */
export type ShownFile = {
  id: string
  name: string
  about: string | null
  size: number
  addedAt: Date
  addedBy: string
}
