import { Document, HeadingLevel, Packer } from 'docx'
import { heading, paragraph, table } from '#app/features/documents/docx-parts.server.ts'

/** A document of a few headings, paragraphs and tables, to be taken over and finished in a word processor. */
export type WrittenDocument = {
  locale: 'fr' | 'en'
  kicker: string
  title: string
  facts: readonly { term: string; detail: string }[]
  parts: readonly WrittenPart[]
}
export type WrittenPart = {
  heading: string
  paragraphs: readonly string[]
  table?: { header: readonly string[]; rows: readonly (readonly string[])[] }
}

export async function documentDocx({ locale, kicker, title, facts, parts }: WrittenDocument): Promise<Buffer> {
  const document = new Document({
    title,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: locale === 'fr' ? 'fr-FR' : 'en-GB' } } },
      },
    },
    sections: [
      {
        children: [
          paragraph(kicker),
          heading(title, HeadingLevel.HEADING_1),
          ...facts.map(({ term, detail }) => paragraph(`${term}${locale === 'fr' ? '\u00a0:' : ':'} ${detail}`)),
          ...parts.flatMap(part => [
            heading(part.heading, HeadingLevel.HEADING_2),
            ...part.paragraphs.map(text => paragraph(text)),
            ...(part.table ? [table(part.table.header, part.table.rows, { boldHeader: true })] : []),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
