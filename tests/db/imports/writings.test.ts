import { asc, eq } from 'drizzle-orm'
import type ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { openFolder } from '#app/features/imports/open-folder.server.ts'
import { organisations } from '#db/schema/organisations.ts'
import {
  countsOf,
  type Folder,
  importFiled,
  importPath,
  inFolder,
  refusalsOf,
  workedExample,
  workedFolder,
} from '#tests/harness/import-folder.ts'
import {
  plainWriting,
  readTable,
  shuffled,
  type Table,
  type Writing,
  workbookOf,
  writeTable,
  writeWorkbook,
} from '#tests/harness/import-tables.ts'
import { test } from '#tests/harness/operator.ts'

async function tables(): Promise<Record<string, Table>> {
  return Object.fromEntries(Object.entries(await workedFolder()).map(([name, text]) => [name, readTable(text)]))
}

async function rewritten(writing: Partial<Writing>, change: (table: Table) => Table = table => table): Promise<Folder> {
  const entries = Object.entries(await tables())
  return Object.fromEntries(
    entries.map(([name, table]) => [name, writeTable(change(table), { ...plainWriting, ...writing })]),
  )
}

const twins: [string, () => Promise<Folder>][] = [
  ['UTF-8 with a byte order mark and line ends of Windows', () => rewritten({ encoding: 'utf-8-bom', eol: '\r\n' })],
  [
    'Windows-1252, commas, French days, points, quotes everywhere',
    () => rewritten({ encoding: 'windows-1252', delimiter: ',', days: 'french', decimals: 'point', quotes: 'all' }),
  ],
  [
    'columns in another order, one of them unknown',
    () => rewritten({}, table => shuffled(table, (a, width) => (a * 7) % width)),
  ],
  ['one workbook', async () => ({ 'classeur.xlsx': await writeWorkbook(await tables()) })],
]

describe('the worked example, saved otherwise', () => {
  for (const [name, folder] of twins)
    test(`as ${name}, is the same folder`, async ({ operator, foreign }) => {
      await importPath(workedExample, operator.system().door)
      const again = await importFiled(await folder(), operator.system().door)
      expect(again.report.refusals).toEqual([])
      expect(countsOf(again)).toEqual(
        Object.fromEntries(Object.entries(countsOf(again)).map(([file, [, , same]]) => [file, [0, 0, same, 0]])),
      )
      const alone = await importFiled(await folder(), foreign.system().door)
      expect(alone.outcome.kind).toBe('done')
      const byFile = ({ report }: typeof alone) =>
        report.results().map(({ counts }) => counts.created + counts.unchanged)
      expect(byFile(alone)).toEqual([5, 1, 5, 3, 3, 1, 4, 2, 9, 4, 2])
      expect(byFile(again)).toEqual(byFile(alone))
    })

  test('tells which columns and files it does not know', async ({ operator }) => {
    const folder = await rewritten({}, table => shuffled(table, a => a))
    const { report } = await importFiled({ ...folder, 'lisez-moi.txt': 'Bonjour' }, operator.system().door)
    expect(new Set(report.notices.map(({ file, column, remark }) => `${file} ${column} ${remark.key}`))).toEqual(
      new Set([
        'lisez-moi.txt null stranger',
        ...report.results().map(({ file }) => `${file}.csv commentaire unknown-column`),
      ]),
    )
    expect(report.notices.length).toBe(12)
  })
})

describe('a workbook', () => {
  const sheets = (rows: ExcelJS.CellValue[][]) =>
    workbookOf({
      structures: [['ref', 'nom', 'siret', 'commune', 'date_creation', 'employeuse'], ...rows],
      accompagnements: [['ref', 'structure', 'dispositif']],
    })

  test('gives back the zeros that Excel took from codes, and refuses a code that is too short', async ({
    operator,
  }) => {
    const folder = sheets([
      ['A', 'A', 5_520_135_000_09, 1004, null, null],
      ['B', 'B', 732_829_320, 104, null, null],
    ])
    const refused = await importFiled({ 'w.xlsx': await folder }, operator.system().door)
    expect(refusalsOf(refused)).toEqual([
      ['structures', 2, 'siret', 'bad-siret'],
      ['structures', 3, 'siret', 'bad-siret'],
      ['structures', 3, 'commune', 'bad-commune'],
    ])
    expect(refused.report.refusals[0]?.written).toBe('00552013500009')
  })

  test('reads results of formulas, links, styled text, days and truths', async ({ operator }) => {
    const named = { richText: [{ text: 'Association ' }, { text: 'A', font: { bold: true } }] }
    const folder = sheets([
      [12, named, null, { formula: '1004', result: 1004 }, new Date('2019-12-31T00:00:00Z'), true],
      [
        'B',
        { text: 'Lien', hyperlink: 'https://example.org' },
        null,
        null,
        { formula: 'X()', result: new Date('1999-01-01T00:00:00Z') },
        false,
      ],
      [],
      ['C', { formula: 'A1', result: { error: '#N/A' } }, null, { formula: 'NEVER()' }, 43_830, null],
    ])
    const refused = await importFiled({ 'w.xlsx': await folder }, operator.system().door)
    expect(refusalsOf(refused)).toEqual([
      ['structures', 5, 'nom', 'cell-error'],
      ['structures', 5, 'date_creation', 'not-a-date'],
      ['structures', 5, 'commune', 'bad-commune'],
    ])
    const kept = sheets([
      [12, named, null, 1004, new Date('2019-12-31T00:00:00Z'), true],
      ['B', { text: 'Lien', hyperlink: 'https://example.org' }, null, null, null, false],
    ])
    expect((await importFiled({ 'w.xlsx': await kept }, operator.system().door)).outcome.kind).toBe('done')
    await operator.inside(async ({ tx }) => {
      const rows = await tx
        .select()
        .from(organisations)
        .where(eq(organisations.operatorId, operator.id))
        .orderBy(asc(organisations.id))
      expect(rows.map(row => [row.name, row.commune, row.foundedOn, row.employer])).toEqual([
        ['Association A', '01004', '2019-12-31', true],
        ['Lien', null, null, false],
      ])
    })
  })

  test('that is none is refused by name', async () => {
    await inFolder({ 'w.xlsx': 'PK nothing' }, async path => {
      expect(await openFolder(path)).toEqual({ trouble: 'unreadable', names: ['w.xlsx'] })
    })
    await inFolder({ 'a.xlsx': '', 'b.xlsx': '' }, async path => {
      expect(await openFolder(path)).toEqual({ trouble: 'several-workbooks', names: ['a.xlsx', 'b.xlsx'] })
    })
    await inFolder({ 'notes.txt': '' }, async path => {
      expect(await openFolder(path)).toMatchObject({ trouble: 'nothing-to-read' })
    })
    await inFolder({ 'Structures.csv': 'ref;nom', 'structures.csv': 'ref;nom' }, async path => {
      expect(await openFolder(path)).toMatchObject({ trouble: 'ambiguous' })
    })
    expect(await openFolder('/nowhere')).toMatchObject({ trouble: 'no-folder' })
  })
})
