import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { EditionContent } from './edition-content.ts'
import { reportWords } from './report-words.server.ts'

/** The edition as a document that can be taken over into another: headings, paragraphs and tables, nothing drawn. */
export async function reportDocx(content: EditionContent): Promise<Buffer> {
  const words = reportWords(content)
  const { employment } = content
  const document = new Document({
    title: words.documentTitle,
    creator: content.operator,
    subject: `${content.agreement.code} ${content.year}`,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: content.locale === 'fr' ? 'fr-FR' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        children: [
          paragraph(words.kicker),
          heading(content.title, HeadingLevel.HEADING_1),
          paragraph(content.lede),
          ...words.facts.map(({ term, detail }) => paragraph(`${term} : ${detail}`)),
          heading(words.targets.title, HeadingLevel.HEADING_2),
          content.targets.length === 0
            ? paragraph(words.targets.none)
            : table(
                [words.targets.indicator, words.targets.achieved, words.targets.target],
                words.targets.rows.map(({ label, achieved, aim }) => [label, achieved, aim]),
              ),
          ...stories(words.stories),
          heading(words.employment.title, HeadingLevel.HEADING_2),
          paragraph(employment.summary),
          ...employment.notes.map(paragraph),
          heading(words.figures.title, HeadingLevel.HEADING_2),
          paragraph(words.figures.help),
          ...words.figures.chapters.flatMap(({ title, figures }) => [
            heading(title, HeadingLevel.HEADING_3),
            table(
              [words.figures.figure, words.figures.basis, words.figures.value],
              figures.map(({ label, definition, basis, value }) => [`${label}. ${definition}`, basis, value]),
            ),
          ]),
          heading(words.limits, HeadingLevel.HEADING_2),
          ...content.limits.map(bullet),
          heading(words.method, HeadingLevel.HEADING_2),
          ...content.method.map(bullet),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

type Stories = ReturnType<typeof reportWords>['stories']
type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel]

function stories({ title, items }: Stories): Paragraph[] {
  if (items.length === 0) return []
  return [
    heading(title, HeadingLevel.HEADING_2),
    ...items.flatMap(({ body, source, limits }) => [
      paragraph(`«\u00a0${body}\u00a0»`),
      paragraph(limits ? `${source} ${limits}` : source),
    ]),
  ]
}

const paragraph = (text: string) =>
  new Paragraph({
    spacing: { after: 120 },
    children: printable(text)
      .split('\n')
      .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
  })
const bullet = (text: string) => new Paragraph({ text: printable(text), bullet: { level: 0 } })
const heading = (text: string, level: Level) => new Paragraph({ text: printable(text), heading: level })

function table(header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const line = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map(
        text =>
          new TableCell({
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [new Paragraph({ children: [new TextRun({ text: printable(text), bold: isHeader })] })],
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
