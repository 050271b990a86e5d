import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { placeId } from '#app/features/attendance-sheets/sheet.ts'
import { sheetHash } from '#app/features/attendance-sheets/sheet-hash.store.server.ts'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { editionPage } from '#app/features/reports/edition-page.query.server.ts'
import { figureCasesPage } from '#app/features/reports/figure-cases.query.server.ts'
import { reportFile } from '#app/features/reports/report-file.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { replaceAttendances } from '#app/features/sessions/sessions.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { on } from '#tests/harness/days.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { popplerUtils } from '#tests/harness/services.ts'
import { anne, typedAs } from '#tests/harness/sheets.ts'

let folder = ''
beforeAll(async () => {
  await popplerUtils()
  folder = await mkdtemp(join(tmpdir(), 'sillage-sheets-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const figure = 'sheets_incomplete'
const label = 'Séances dont la feuille d’émargement est incomplète'

/** One case of the agreement, and its session of that day to which Anne came; she signs its sheet, or does not. */
async function aSession(
  operator: TestOperator,
  agreementId: string,
  { name, signs }: { name: string; signs: boolean },
) {
  const one = await createCase(operator, name)
  const engineeringId = await createEngineering(operator, [one])
  const facts = { heldOn: on('2026-03-10'), beginsAt: null, endsAt: null, quarters: 4, place: null }
  const sessionId = await createSession(operator, engineeringId, { heldOn: facts.heldOn, days: 1 })
  await operator.inside(async ({ tx }) => {
    await tx
      .insert(accompanimentAgreements)
      .values({ operatorId: operator.id, id: newId(), accompanimentId: one.id, agreementId })
    await replaceAttendances(tx, operator.id, { sessionId, engineeringId }, [
      { accompanimentId: one.id, status: 'present', personName: anne, role: 'leader' },
    ])
  })
  if (signs)
    await (await operator.practitioner()).must(signOnDevice, {
      ...{ engineeringId, sessionId, sheet: sheetHash(sessionId, facts) },
      ...{ placeId: placeId(sessionId, one.id, anne), ...typedAs(anne) },
    })
}

async function built(reader: TestActor, operator: TestOperator, agreementId: string) {
  const { editionId } = await reader.must(requestEdition, { agreementId, year: 2026 })
  await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
  const page = await reader.read(editionPage, { editionId })
  if (page.kind !== 'done' || !page.value.content) throw new Error(JSON.stringify(page))
  return { editionId, content: page.value.content }
}

describe('a built report', () => {
  test('says on its page and in its files how many sheets are incomplete, and of which cases', async ({ operator }) => {
    const { agreementId } = await anAgreement(operator)
    const [unsigned, signed] = [
      ['Le Fournil', 'Terre et Partage', 'La Ruche'],
      ['Vélo pour tous', 'Atelier Bois', 'Ressourcerie', 'Jardin commun', 'Café du port'],
    ]
    for (const name of unsigned) await aSession(operator, agreementId, { name, signs: false })
    for (const name of signed) await aSession(operator, agreementId, { name, signs: true })
    const manager = await operator.manager()
    const { editionId, content } = await built(manager, operator, agreementId)
    const shown = content.chapters.flatMap(({ figures }) => figures).find(({ code }) => code === figure)
    expect(shown).toMatchObject({ label, status: 'published', numerator: 3, denominator: 8, value: 0.375, missing: 0 })
    const cases = await manager.read(figureCasesPage, { editionId, figure })
    const listed = cases.kind === 'done' ? cases.value.trace.cases : []
    expect(listed.flatMap(({ organisation, numerator }) => (numerator ? [organisation] : [])).sort()).toEqual(
      [...unsigned].sort(),
    )
    const pdf = join(folder, 'report.pdf')
    await writeFile(pdf, (await reportFile(content, 'pdf')).body)
    const run = (program: string, args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
    const text = run('pdftotext', ['-layout', pdf, '-'])
    const line = text.replaceAll(/\s+/g, ' ').match(/Séances dont la feuille.{0,160}/)?.[0]
    expect(line).toMatch(/37,5\s%/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array((await reportFile(content, 'xlsx')).body).buffer)
    const rows = workbook.getWorksheet('Chiffres')?.getSheetValues() ?? []
    const row = rows.find(cells => Array.isArray(cells) && cells.includes(label))
    expect(row).toEqual(expect.arrayContaining([0.375, 3, 8]))
  })
})
