import ExcelJS from 'exceljs'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { EditionContent, FrozenFigure } from './edition-content.ts'
import { reportWords } from './report-words.server.ts'
import { cellText, looksLikeFormula } from './spreadsheet-cell.ts'

type Value = string | number | Date | null
type SheetColumn = { header: string; width: number; format?: string }

/** Real numbers in the format of their unit: what is shown is rounded, what is kept is not. */
const formats: Record<FrozenFigure['unit'], string> = {
  n: '#,##0',
  share: '0.0%',
  day: '#,##0.0',
  month: '#,##0.0',
  eur: '#,##0.00 "€"',
  eur_per_day: '#,##0.00 "€"',
  hour: '#,##0.0',
  fte: '#,##0.0',
  score: '0.0',
}

/** The edition as a workbook: how to read it, then one sheet per kind of thing, each with a frozen, filtered header. */
export async function reportXlsx(content: EditionContent): Promise<Buffer> {
  const { locale, agreement, year, operator } = content
  const words = reportWords(content)
  const t = wordsIn(locale).getFixedT(locale, 'reportWriting')
  const workbook = new ExcelJS.Workbook()
  workbook.creator = cellText(operator)
  workbook.title = cellText(words.documentTitle)
  workbook.subject = cellText(`${agreement.code} ${year}`)
  workbook.company = cellText(operator)
  workbook.created = dateOf(content.builtOn)
  workbook.modified = dateOf(content.builtOn)
  addGuide(workbook, content, t('sheets.guide'))
  addTargets(workbook, content)
  addFigures(workbook, content)
  addEmployment(workbook, content)
  addStories(workbook, content)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const sheetWords = ({ locale }: EditionContent) => wordsIn(locale).getFixedT(locale, 'reportWriting')

function addGuide(workbook: ExcelJS.Workbook, content: EditionContent, name: string): void {
  const words = reportWords(content)
  const sheet = workbook.addWorksheet(name)
  sheet.columns = [{ width: 26 }, { width: 100 }]
  const lines: [string, string][] = [
    [content.title, ''],
    ['', content.lede],
    ...words.facts.map(({ term, detail }): [string, string] => [term, detail]),
    [words.limits, ''],
    ...content.limits.map((sentence): [string, string] => ['', sentence]),
    [words.method, ''],
    ...content.method.map((sentence): [string, string] => ['', sentence]),
    ['', words.figures.help],
  ]
  for (const line of lines) {
    const row = sheet.addRow([])
    line.forEach((text, index) => {
      writeCell(row.getCell(index + 1), text)
    })
    row.getCell(1).font = { bold: true }
    row.alignment = { vertical: 'top', wrapText: true }
  }
  sheet.getCell('A1').font = { bold: true, size: 16 }
}

function addTargets(workbook: ExcelJS.Workbook, content: EditionContent): void {
  const t = sheetWords(content)
  const sheet = addSheet(workbook, t('sheets.targets'), [
    { header: t('sheets.label'), width: 44 },
    { header: t('sheets.unit'), width: 20 },
    { header: t('sheets.value'), width: 14 },
    { header: t('sheets.target'), width: 14 },
    { header: t('sheets.rate'), width: 18, format: '0.0%' },
    { header: t('sheets.status'), width: 14 },
    { header: t('sheets.reason'), width: 40 },
  ])
  for (const { label, unit, value, target, status, reason } of content.targets) {
    const rate = value === null || target === 0 ? null : value / target
    const unitWord = t(`sheets.units.${unit}`)
    const row = addRow(sheet, [label, unitWord, value, target, rate, t(`sheets.statuses.${status}`), reason])
    for (const column of [3, 4]) row.getCell(column).numFmt = formats[unit]
  }
}

function addFigures(workbook: ExcelJS.Workbook, content: EditionContent): void {
  const t = sheetWords(content)
  const sheet = addSheet(workbook, t('sheets.figures'), [
    { header: t('sheets.code'), width: 26 },
    { header: t('sheets.theme'), width: 24 },
    { header: t('sheets.label'), width: 44 },
    { header: t('sheets.unit'), width: 20 },
    { header: t('sheets.value'), width: 14 },
    { header: t('sheets.numerator'), width: 14 },
    { header: t('sheets.denominator'), width: 14 },
    { header: t('sheets.known'), width: 10 },
    { header: t('sheets.missing'), width: 10 },
    { header: t('sheets.status'), width: 14 },
    { header: t('sheets.reason'), width: 40 },
    { header: t('sheets.definition'), width: 90 },
    { header: t('sheets.version'), width: 10 },
  ])
  for (const { title, figures } of content.chapters)
    for (const figure of figures) {
      const { code, label, unit, value, numerator, denominator, known, missing, status, reason } = figure
      const row = addRow(sheet, [
        code,
        title,
        label,
        t(`sheets.units.${unit}`),
        value,
        numerator,
        denominator,
        known,
        missing,
        t(`sheets.statuses.${status}`),
        reason,
        figure.definition,
        figure.version,
      ])
      row.getCell(5).numFmt = formats[unit]
    }
}

function addEmployment(workbook: ExcelJS.Workbook, content: EditionContent): void {
  const t = sheetWords(content)
  const words = reportWords(content).employment
  const sheet = addSheet(workbook, t('sheets.employment'), [
    { header: words.moment, width: 30 },
    { header: words.jobs, width: 14, format: '#,##0.0' },
  ])
  for (const { label, value } of words.rows) addRow(sheet, [label, value])
  addRow(sheet, [content.employment.summary, null])
  for (const note of content.employment.notes) addRow(sheet, [note, null])
}

function addStories(workbook: ExcelJS.Workbook, content: EditionContent): void {
  const t = sheetWords(content)
  const sheet = addSheet(workbook, t('sheets.stories'), [
    { header: t('sheets.kind'), width: 18 },
    { header: t('sheets.body'), width: 90 },
    { header: t('sheets.author'), width: 28 },
    { header: t('sheets.about'), width: 44 },
    { header: t('sheets.collectedOn'), width: 14, format: 'dd/mm/yyyy' },
    { header: t('sheets.method'), width: 44 },
    { header: t('sheets.limits'), width: 44 },
  ])
  for (const { kind, body, author, about, collectedOn, method, limits } of content.stories)
    addRow(sheet, [kind, body, author, about, dateOf(collectedOn), method ?? null, limits])
}

function addSheet(workbook: ExcelJS.Workbook, name: string, columns: SheetColumn[]): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ width, format }) => ({ width, ...(format && { style: { numFmt: format } }) }))
  const header = addRow(
    sheet,
    columns.map(column => column.header),
  )
  header.font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  sheet.pageSetup.printTitlesRow = '1:1'
  return sheet
}

function addRow(sheet: ExcelJS.Worksheet, values: readonly Value[]): ExcelJS.Row {
  const row = sheet.addRow([])
  values.forEach((value, index) => {
    writeCell(row.getCell(index + 1), value)
  })
  row.alignment = { vertical: 'top', wrapText: true }
  return row
}

/** The only way into a cell. */
function writeCell(cell: ExcelJS.Cell, value: Value): void {
  if (value === null || value === '') return
  if (typeof value !== 'string') {
    cell.value = value
    return
  }
  cell.value = cellText(value)
  if (looksLikeFormula(cellText(value))) cell.numFmt = '@'
}

/** A spreadsheet's day: midnight UTC, whatever the machine's time zone. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
