import { type HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel]
type Look = { color?: string; bold?: boolean }

/** Lines of one paragraph. */
export const runs = (text: string, look: Look = {}) =>
  printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 && { break: 1 }) }))

export const heading = (text: string, level: Level) => new Paragraph({ text: printable(text), heading: level })

export const paragraph = (text: string, look: Look = {}) =>
  new Paragraph({ spacing: { after: 120 }, children: runs(text, look) })

export const bullet = (text: string) => new Paragraph({ text: printable(text), bullet: { level: 0 } })

/** A table whose header is repeated on each page. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { boldHeader }: { boldHeader: boolean },
): Table {
  const line = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map(
        text =>
          new TableCell({
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [new Paragraph({ children: runs(text, boldHeader ? { bold: isHeader } : {}) })],
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
