import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

/** A table as rows of cells, the header first. */
export type Table = string[][]

export const readTable = (csv: string): Table => parse(csv, { delimiter: ';' })

/** One of the ways in which spreadsheets are saved. */
export type Writing = {
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252'
  delimiter: ';' | ','
  eol: '\n' | '\r\n'
  quotes: 'needed' | 'all'
  days: 'iso' | 'french'
  decimals: 'comma' | 'point'
}

export const plainWriting: Writing = {
  encoding: 'utf-8',
  delimiter: ';',
  eol: '\n',
  quotes: 'needed',
  days: 'iso',
  decimals: 'comma',
}

export function writeTable(table: Table, writing: Writing): Buffer {
  const text = table.map(row => row.map(cell => written(cell, writing)).join(writing.delimiter)).join(writing.eol)
  const whole = `${text}${writing.eol}`
  if (writing.encoding === 'windows-1252') return inWindows1252(whole)
  return Buffer.from(writing.encoding === 'utf-8-bom' ? `\ufeff${whole}` : whole, 'utf8')
}

function written(cell: string, { delimiter, quotes, days, decimals }: Writing): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell)
  const said =
    day && days === 'french'
      ? `${day[3]}/${day[2]}/${day[1]}`
      : /^\d+,\d+$/.test(cell) && decimals === 'point'
        ? cell.replace(',', '.')
        : cell
  const isSpecial = said.includes(delimiter) || /["\n\r]/.test(said)
  return quotes === 'all' || isSpecial ? `"${said.replaceAll('"', '""')}"` : said
}

/** The characters that Windows-1252 has where Latin-1 has controls, from byte 0x80 on. */
const beyondLatin = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function inWindows1252(text: string): Buffer {
  return Buffer.from(
    [...text].map(character => {
      const beyond = beyondLatin.indexOf(character)
      const byte = beyond === -1 ? (character.codePointAt(0) ?? 0) : 0x80 + beyond
      if (byte > 0xff) throw new Error(`${character} is not in Windows-1252`)
      return byte
    }),
  )
}

/** The same columns in another order, with one that the format does not know. */
export function shuffled(table: Table, order: (index: number, width: number) => number): Table {
  const width = table[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => index).sort(
    (a, b) => order(a, width) - order(b, width) || a - b,
  )
  return table.map((row, line) => [
    line === 0 ? 'commentaire' : 'sans objet',
    ...columns.map(index => row[index] ?? ''),
  ])
}

/** A workbook in which days are dates, numbers are numbers and yes or no is true or false, as a person would type them. */
export const writeWorkbook = (tables: Record<string, Table>): Promise<Buffer> =>
  workbookOf(
    Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.map(row => row.map(typed))])),
  )

export async function workbookOf(sheets: Record<string, ExcelJS.CellValue[][]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function typed(cell: string): ExcelJS.CellValue {
  if (cell === '') return null
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(`${cell}T00:00:00Z`)
  if (/^\d+(,\d+)?$/.test(cell)) return Number(cell.replace(',', '.'))
  return cell
}
