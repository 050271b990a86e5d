import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { DocumentBlock, WrittenDocument } from './written-document.ts'

/** The document as one that can be amended: headings, paragraphs, lists and tables, nothing drawn. */
export async function documentDocx(content: WrittenDocument): Promise<Buffer> {
  const language = { value: content.locale === 'fr' ? 'fr-FR' : 'en-GB' }
  const document = new Document({
    title: content.title,
    creator: content.author,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language } } } },
    numbering: {
      config: [{ reference: 'ranked', levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: 'left' }] }],
    },
    sections: [
      {
        children: [
          paragraph(content.kicker),
          new Paragraph({ text: printable(content.title), heading: HeadingLevel.HEADING_1 }),
          ...(content.lede ? [paragraph(content.lede)] : []),
          ...content.blocks.flatMap(partsOf),
          paragraph(content.footer, { color: '4b5160' }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function partsOf(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: printable(block.text),
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        }),
      ]
    case 'text':
      return block.text.split('\n\n').map(part => paragraph(part))
    case 'note':
      return [paragraph(block.text, { color: '4b5160' })]
    case 'facts':
      return block.items.map(({ term, detail }) => paragraph(`${term} : ${detail}`))
    case 'list':
      return block.items.map(
        text =>
          new Paragraph({
            children: runs(text),
            ...(block.isRanked ? { numbering: { reference: 'ranked', level: 0 } } : { bullet: { level: 0 } }),
          }),
      )
    case 'table':
      return [table(block.header, block.rows)]
    case 'bars':
      // The same numbers stand in a table beside the drawing.
      return []
    case 'page-break':
      return [new Paragraph({ children: [], pageBreakBefore: true })]
  }
}

const runs = (text: string, more: { color?: string } = {}) =>
  printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...more, ...(index > 0 && { break: 1 }) }))

const paragraph = (text: string, more: { color?: string } = {}) =>
  new Paragraph({ spacing: { after: 120 }, children: runs(text, more) })

function table(header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const line = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map(
        text =>
          new TableCell({
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [new Paragraph({ children: runs(text) })],
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
