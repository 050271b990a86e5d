import { stat } from 'node:fs/promises'
import type ExcelJS from 'exceljs'
import type { TablePart, WrittenRow } from './folder.ts'

/**
 * The library holds a whole workbook in memory, about a hundred and sixty times its size on disk: a bigger one is asked
 * for as CSV, which is read part by part.
 */
const mostBytes = 12_000_000

export type Sheet = { name: string; parts(): AsyncIterable<TablePart> }

/** The sheets of a workbook; null when it cannot be read, `too-big` when it should not. */
export async function openWorkbook(path: string): Promise<Sheet[] | 'too-big' | null> {
  if ((await stat(path)).size > mostBytes) return 'too-big'
  // Loaded when a workbook is there: it takes forty megabytes that a folder of CSV files does not need.
  const { default: library } = await import('exceljs')
  const workbook = new library.Workbook()
  try {
    await workbook.xlsx.readFile(path)
  } catch {
    return null
  }
  return workbook.worksheets.map(sheet => ({ name: sheet.name, parts: () => partsOf(sheet) }))
}

const partSize = 1_000

async function* partsOf(sheet: ExcelJS.Worksheet): AsyncGenerator<TablePart> {
  let widths: (Digits | undefined)[] | null = null
  let rows: WrittenRow[] = []
  for (let line = 1; line <= sheet.rowCount; line++) {
    const row = sheet.findRow(line)
    if (!row?.hasValues) continue
    const cells: string[] = []
    for (let column = 1; column <= row.cellCount; column++)
      cells.push(textOf(row.getCell(column).value, widths?.[column - 1]))
    widths ??= cells.map(cell => digitsOf.get(cell.trim().toLowerCase()))
    rows.push({ line, cells })
    if (rows.length < partSize) continue
    yield { rows }
    rows = []
  }
  yield { rows }
}

/**
 * A cell that Excel took for a number has lost the zeros that its code begins with: up to three for a SIRET, one for a
 * commune of the departments 01 to 09. A shorter one is another number, such as a SIREN, and stays refused.
 */
const digitsOf = new Map([
  ['siret', { all: 14, lost: 3 }],
  ['commune', { all: 5, lost: 1 }],
])
type Digits = { all: number; lost: number }

/** A cell as it would stand in a CSV file of the format: what is shown for text, what is meant for dates and numbers. */
function textOf(value: ExcelJS.CellValue, digits: Digits | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return withZeros(numberText(value), digits)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  // A day is held as midnight UTC, whatever the machine's time zone.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#VALUE!' : value.toISOString().slice(0, 10)
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return textOf(value.text, digits)
  if ('formula' in value || 'sharedFormula' in value) return formulaText(value, digits)
  return ''
}

/** What the formula gave. The library does not tell « nothing » from « never computed »: its text is shown, never read as unknown. */
function formulaText(
  value: ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue,
  digits: Digits | undefined,
): string {
  if (value.result !== undefined) return textOf(value.result, digits)
  return `=${'formula' in value ? value.formula : value.sharedFormula}`
}

const withZeros = (text: string, digits: Digits | undefined) =>
  digits && text.length >= digits.all - digits.lost ? text.padStart(digits.all, '0') : text

/** Fifteen digits are what a spreadsheet shows: 0.1 + 0.2 is 0.3 there. Exponents are no writing of the format. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e21 ? rounded.toFixed(10).replace(/\.?0+$/, '') : String(value)
}
