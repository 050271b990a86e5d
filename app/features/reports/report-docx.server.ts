import { Document, HeadingLevel, Packer, type Paragraph } from 'docx'
import { bullet, heading, paragraph, table } from '#app/features/documents/docx-parts.server.ts'
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
                { boldHeader: true },
              ),
          ...stories(words.stories),
          heading(words.employment.title, HeadingLevel.HEADING_2),
          paragraph(employment.summary),
          ...employment.notes.map(text => paragraph(text)),
          heading(words.figures.title, HeadingLevel.HEADING_2),
          paragraph(words.figures.help),
          ...words.figures.chapters.flatMap(({ title, figures }) => [
            heading(title, HeadingLevel.HEADING_3),
            table(
              [words.figures.figure, words.figures.basis, words.figures.value],
              figures.map(({ label, definition, basis, value }) => [`${label}. ${definition}`, basis, value]),
              { boldHeader: true },
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

function stories({ title, items }: Stories): Paragraph[] {
  if (items.length === 0) return []
  return [
    heading(title, HeadingLevel.HEADING_2),
    ...items.flatMap(({ body, source, method, limits }) => [
      paragraph(`«\u00a0${body}\u00a0»`),
      paragraph([source, method, limits].filter(Boolean).join(' ')),
    ]),
  ]
}
