import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

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
            ...part.paragraphs.map(paragraph),
            ...(part.table ? [tableOf(part.table)] : []),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel]

const heading = (text: string, level: Level) => new Paragraph({ text: printable(text), heading: level })
const paragraph = (text: string) =>
  new Paragraph({
    spacing: { after: 120 },
    children: printable(text)
      .split('\n')
      .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
  })

function tableOf({ header, rows }: NonNullable<WrittenPart['table']>): Table {
  const line = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      children: cells.map(
        text =>
          new TableCell({
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [new Paragraph({ children: [new TextRun({ text: printable(text), bold })] })],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [line(header, true), ...rows.map(cells => line(cells, false))],
  })
}

/** XML has no place for the other control characters: a document that holds one does not open. */
const printable = (text: string) => text.replaceAll(/[^\P{Cc}\n]/gu, '')
