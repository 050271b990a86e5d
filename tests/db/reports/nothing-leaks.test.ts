import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { downloadEdition } from '#app/features/reports/download-edition.command.server.ts'
import type { EditionContent } from '#app/features/reports/edition-content.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { networkEditionsPage } from '#app/features/reports/network-editions.query.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { reportFile } from '#app/features/reports/report-file.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, needs } from '#db/schema/accompaniments.ts'
import { normGapNotes } from '#db/schema/network.ts'
import { aCase, aFollowUp, aSnapshot } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { aTestimony } from '#tests/harness/factories/testimony.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { popplerUtils } from '#tests/harness/services.ts'

const canary = (what: string) => `CANARI-${what}`

/** A case with a canary in each text that a funder must not read. */
async function aTalkativeCase(operator: TestOperator, agreementId: string) {
  const fixture = await aCase(
    operator,
    {
      title: canary('titre'),
      motive: canary('motif'),
      prescriber: canary('prescripteur'),
      opinionComment: canary('avis'),
      finalReport: canary('bilan'),
      intakeOn: '2026-01-12',
      diagnosticValidatedOn: '2026-02-20',
    },
    {
      name: canary('structure'),
      email: 'canari@structure.example',
      sector: canary('secteur'),
      legalForm: 'association',
    },
  )
  await aSnapshot(operator, fixture, { takenOn: '2026-02-10', headcount: 10 })
  await aFollowUp(operator, fixture, { answeredOn: '2026-03-10', state: 'answered', verbatim: canary('verbatim') })
  await operator.inside(async ({ tx }) => {
    const own = { operatorId: operator.id, accompanimentId: fixture.accompanimentId }
    await tx.insert(accompanimentAgreements).values({ ...own, id: newId(), agreementId })
    await tx.insert(needs).values({ ...own, id: newId(), title: canary('besoin'), domain: 'strategic', rank: 1 })
    await tx.insert(normGapNotes).values({
      operatorId: operator.id,
      id: newId(),
      organisationId: fixture.organisationId,
      version: 1,
      difference: canary('écart'),
      acceptedBecause: canary('écart-accepté'),
    })
  })
  return fixture
}

test('ISO-10 a funder’s page and files hold no name and no free text that nobody agreed to show', async ({
  operator,
}) => {
  const { agreementId } = await anAgreement(operator)
  const [first, second, third] = [
    await aTalkativeCase(operator, agreementId),
    await aTalkativeCase(operator, agreementId),
    await aTalkativeCase(operator, agreementId),
  ]
  await aTestimony(operator, first, { body: canary('interne'), author: canary('auteur'), consent: 'internal' })
  await aTestimony(operator, second, { body: canary('sans-accord'), limits: canary('limites') })
  await aTestimony(operator, third, { body: 'Nous savons lire nos comptes.', author: 'Une élue', consent: 'funder' })
  const { editionId } = await (await operator.practitioner()).must(requestEdition, { agreementId, year: 2026 })
  await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
  await (await operator.manager()).must(publishEdition, { editionId })

  const funder = await operator.funder(agreementId)
  const page = await funder.read(fundedAgreementPage, { agreementId })
  const network = await (await operator.network()).read(networkEditionsPage)
  const { content } = await funder.must(downloadEdition, { editionId, format: 'json' })
  const seen = [JSON.stringify(page), JSON.stringify(network), ...(await everyFile(content))]
  // What was agreed to is there: a document that is empty would hold no canary either.
  expect(seen[0]).toContain('Nous savons lire nos comptes.')
  expect(seen.filter(text => text.includes('Nous savons lire')).length).toBeGreaterThanOrEqual(4)
  for (const text of seen) {
    expect(text).not.toContain('CANARI')
    expect(text).not.toContain('canari@')
    for (const { number, organisationId, accompanimentId } of [first, second, third])
      for (const trace of [number, organisationId, accompanimentId]) expect(text).not.toContain(trace)
  }
})

/** The texts and the properties of each file. */
async function everyFile(content: EditionContent): Promise<string[]> {
  await popplerUtils()
  const folder = mkdtempSync(join(tmpdir(), 'sillage-canaries-'))
  const file = join(folder, 'report.pdf')
  const pdf = await reportFile(content, 'pdf')
  writeFileSync(file, pdf.body)
  const run = (program: string, args: string[]) => execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
  const texts = [
    run('pdftotext', [file, '-']).replaceAll(/\s+/g, ' '),
    run('pdfinfo', [file]),
    run('pdfinfo', ['-meta', file]),
    run('pdfinfo', ['-struct-text', file]),
  ]
  rmSync(folder, { recursive: true })
  const xlsx = await reportFile(content, 'xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(xlsx.body).buffer)
  const cells: unknown[] = [workbook.creator, workbook.title, workbook.subject, workbook.company, workbook.keywords]
  for (const sheet of workbook.worksheets) sheet.eachRow(row => row.eachCell(cell => cells.push(cell.value, cell.note)))
  const json = await reportFile(content, 'json')
  return [...texts, JSON.stringify(cells), json.body.toString('utf8'), pdf.name, xlsx.name]
}
