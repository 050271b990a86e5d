import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportFile } from '#app/features/reports/report-file.server.ts'
import { contentDisposition } from '#app/http/download.server.ts'
import { anEditionContent } from '#tests/harness/factories/edition.ts'
import { popplerUtils } from '#tests/harness/services.ts'

const folder = mkdtempSync(join(tmpdir(), 'sillage-files-'))
const storyOf = (body: string) => ({
  stories: [
    { kind: 'Témoignage', body, author: body, about: body, collectedOn: '2026-03-01', method: body, limits: body },
  ],
})

async function readPdf(changes: Parameters<typeof anEditionContent>[0] = {}) {
  const { body } = await reportFile(anEditionContent(changes), 'pdf')
  const file = join(folder, 'report.pdf')
  writeFileSync(file, body)
  const run = (program: string, args: string[]) => execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
  return {
    info: run('pdfinfo', [file]),
    structure: run('pdfinfo', ['-struct-text', file]),
    text: run('pdftotext', ['-layout', file, '-']),
    raw: body.toString('latin1'),
  }
}

async function readWorkbook(changes: Parameters<typeof anEditionContent>[0] = {}) {
  const { body } = await reportFile(anEditionContent(changes), 'xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(body).buffer)
  return { workbook, body }
}

beforeAll(popplerUtils)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the PDF', () => {
  it('A11-06 is tagged, titled, in its language, with tables that have headers and drawings that have words', async () => {
    const { info, structure, raw } = await readPdf()
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Rapport 2026 de la convention REGION-2026/)
    expect(info).toMatch(/JavaScript:\s+no/)
    expect(raw).toContain('/Lang')
    for (const element of ['H1', 'H2', 'H3', 'Table', 'TH', 'Figure', 'L ']) expect(structure).toContain(element)
    // The words of a drawing, as UTF-16 or as they are.
    expect(raw).toContain('/Alt')
  })

  it('says the same numbers as the content, and why a figure is withheld', async () => {
    const { text } = await readPdf()
    expect(text).toContain('57,1')
    expect(text).toContain('caché : moins de trois')
    expect(text).toContain('602')
  })

  it('FIL-07 sets hostile text as text: no markup, no file, no connection', async () => {
    let connections = 0
    const trap = createServer((_request, response) => {
      connections++
      response.end()
    })
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
    const address = trap.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/x`
    const hostile = [
      '#read("/etc/passwd")',
      '#image("/etc/hostname")',
      `#image("${url}")`,
      '#import "@preview/cetz:0.3.0": canvas',
      '#panic("stop")',
      `<img src="${url}"> <script>fetch("${url}")</script>`,
      '= Titre *gras* _it_ $x^2$ @ref <label> \\u{1F600} `code` // note /* note */',
      '"); #read("report.typ") //',
      '{{page}} {{pages}}',
    ]
    for (const body of hostile) {
      const { text } = await readPdf(storyOf(body))
      const flat = text.replaceAll(/[\s\u00ad-]+/g, '')
      expect(flat, body).toContain(body.replaceAll(/[\s-]+/g, ''))
      expect(text).not.toContain('root:')
    }
    trap.close()
    expect(connections).toBe(0)
  })
})

describe('the workbook', () => {
  it('holds real numbers, days and shares, under a frozen header that filters', async () => {
    const { workbook } = await readWorkbook()
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Lecture',
      'Objectifs',
      'Chiffres',
      'Emploi',
      'Témoignages',
    ])
    const figures = workbook.getWorksheet('Chiffres')
    expect(figures?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(figures?.autoFilter).toBeTruthy()
    expect(figures?.getCell('E3').value).toBe(0.5714)
    expect(figures?.getCell('E3').numFmt).toBe('0.0%')
    expect(figures?.getCell('E4').value).toBeNull()
    expect(figures?.getCell('J4').value).toBe('caché')
    expect(workbook.getWorksheet('Témoignages')?.getCell('E2').value).toBeInstanceOf(Date)
    expect(workbook.title).toBe('Rapport 2026 de la convention REGION-2026')
  })

  it('FIL-06 never holds a formula, whatever people wrote, and keeps what they meant', async () => {
    const heads = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\u0000=', '＝', '＋', '－', '＠', ' =', ';=', '|', '%']
    const text = fc.tuple(fc.constantFrom(...heads), fc.string({ maxLength: 30 })).map(([head, rest]) => head + rest)
    await fc.assert(
      fc.asyncProperty(text, async body => {
        const { workbook, body: file } = await readWorkbook({ ...storyOf(body), operator: body, lede: body })
        for (const sheet of workbook.worksheets)
          sheet.eachRow(row =>
            row.eachCell(cell => {
              expect([ExcelJS.ValueType.Formula, ExcelJS.ValueType.SharedString]).not.toContain(cell.type)
              if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[\s\p{Cc}]/u)
            }),
          )
        expect(sheetsOf(file).some(sheet => /<f[ >]/.test(sheet))).toBe(false)
      }),
      { numRuns: 25 },
    )
    for (const kept of ['-12,5', '+33 6 12 34 56 78', '@camille', '=1+1']) {
      const { workbook } = await readWorkbook(storyOf(kept))
      const cell = workbook.getWorksheet('Témoignages')?.getCell('B2')
      expect(cell?.value).toBe(kept)
      expect(cell?.numFmt).toBe('@')
    }
  })
})

describe('the name of a file', () => {
  it('cannot leave its header, nor name a folder, whatever the code of the agreement', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('"', '\\', '/', '\r\n', ';', '\0'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const name = pieces.join('')
        const header = contentDisposition(name)
        expect(header).toMatch(/^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/)
      }),
    )
    expect(contentDisposition('Rapport 2026 édition 1.pdf')).toBe(
      `attachment; filename="Rapport 2026 edition 1.pdf"; filename*=UTF-8''Rapport%202026%20%C3%A9dition%201.pdf`,
    )
  })
})

/** The sheets of the file as they are written: what a library reads back could hide a formula. */
function sheetsOf(file: Buffer): string[] {
  const sheets: string[] = []
  // Entries of the central directory: name, then where the data stand (APPNOTE 4.3.12).
  for (let at = file.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const name = file.toString('latin1', at + 46, at + 46 + file.readUInt16LE(at + 28))
    if (!name.startsWith('xl/worksheets/sheet')) continue
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    sheets.push(inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 20))).toString('utf8'))
  }
  if (sheets.length === 0) throw new Error('no sheet in the workbook')
  return sheets
}
