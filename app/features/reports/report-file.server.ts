import { wordsIn } from '#app/i18n/translate.server.ts'
import type { EditionContent } from './edition-content.ts'
import type { ReportFormat } from './report-formats.ts'

type ReportFile = { name: string; type: string; body: Buffer }

const types: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
}

/** One edition as a file. Each format reads the frozen content and nothing else; libraries are loaded when they are needed. */
export async function reportFile(content: EditionContent, format: ReportFormat): Promise<ReportFile> {
  const { year, edition, locale } = content
  const t = wordsIn(locale).getFixedT(locale, 'reportWriting')
  const name = `${t('fileName', { year, code: content.agreement.code, edition })}.${format}`
  return { name, type: types[format], body: await bodyOf(content, format) }
}

async function bodyOf(content: EditionContent, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return (await import('./report-pdf.server.ts')).reportPdf(content)
    case 'xlsx':
      return (await import('./report-xlsx.server.ts')).reportXlsx(content)
    case 'docx':
      return (await import('./report-docx.server.ts')).reportDocx(content)
    case 'json':
      return Buffer.from(`${JSON.stringify(content, null, 1)}\n`)
  }
}
