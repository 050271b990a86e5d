import { Document, HeadingLevel, Packer, Paragraph, type Table } from 'docx'
import { heading, paragraph, runs, table } from './docx-parts.server.ts'
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
          heading(content.title, HeadingLevel.HEADING_1),
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
      return [heading(block.text, block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3)]
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
      return [table(block.header, block.rows, { boldHeader: false })]
    case 'signatures':
      return [
        table(
          block.header,
          block.rows.map(({ cells, text }) => [...cells, ...Array.from({ length: block.columns }, () => text ?? '')]),
          { boldHeader: false },
        ),
      ]
    case 'logos':
    // The same names stand in words.
    case 'bars':
      // The same numbers stand in a table beside the drawing.
      return []
    case 'page-break':
      return [new Paragraph({ children: [], pageBreakBefore: true })]
  }
}
