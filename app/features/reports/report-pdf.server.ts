import { resolve } from 'node:path'
import { typeset } from '#app/features/documents/typeset.server.ts'
import type { EditionContent } from './edition-content.ts'
import { reportWords } from './report-words.server.ts'

// Every command of the product runs from its own folder; the bundle of the server stands elsewhere than this file.
const template = resolve('app/features/reports/templates/report.typ')

/** The edition as tagged PDF. */
export async function reportPdf(content: EditionContent): Promise<Buffer> {
  return typeset(template, { content, words: reportWords(content) })
}
