import { resolve } from 'node:path'
import type { DocumentFormat } from './document-formats.ts'
import type { WrittenDocument } from './written-document.ts'

type DocumentFile = { name: string; type: string; body: Buffer }

const types: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const template = resolve('app/features/documents/templates/document.typ')

/** One document as a file; the libraries are loaded when they are needed. */
export async function documentFile(content: WrittenDocument, format: DocumentFormat): Promise<DocumentFile> {
  return { name: `${content.name}.${format}`, type: types[format], body: await bodyOf(content, format) }
}

async function bodyOf(content: WrittenDocument, format: DocumentFormat): Promise<Buffer> {
  if (format === 'docx') return (await import('./document-docx.server.ts')).documentDocx(content)
  return (await import('./typeset.server.ts')).typeset(template, { content })
}
