import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { dropFunderLogo } from '#app/features/agreements/drop-funder-logo.command.server.ts'
import { keepLogo } from '#app/features/agreements/keep-logo.server.ts'
import { setFunderLogo } from '#app/features/agreements/set-funder-logo.command.server.ts'
import { sheetDocument } from '#app/features/attendance-sheets/sheet-document.server.ts'
import { fundersOf } from '#app/features/attendance-sheets/sheet-funders.store.server.ts'
import { logosOf } from '#app/features/attendance-sheets/sheet-logos.server.ts'
import { sheetPage } from '#app/features/attendance-sheets/sheet-page.query.server.ts'
import { takeSheet } from '#app/features/attendance-sheets/take-sheet.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { knownFiles } from '#app/features/files/files.store.server.ts'
import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { agreements, funderLogos, funders } from '#db/schema/agreements.ts'
import { funderParts } from '#db/schema/shares.ts'
import { withTenant } from '#db/tenant.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { createCase, createEngineering } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { jpegPhoto, pngPhoto, webpPhoto } from '#tests/harness/photos.ts'
import { aSheet } from '#tests/harness/sheets.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-logos-'))
  provideEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const logo = (bytes: Uint8Array, name = 'region.png') => new File([new Uint8Array(bytes)], name)

/** A sheet of two cases, one of which names an agreement; and the consultant of its engineering. */
async function paidSheet(operator: TestOperator) {
  const sheet = await aSheet(operator)
  const { agreementId, code } = await anAgreement(operator, { code: `REG-${newId().slice(-6)}` })
  const named = { operatorId: operator.id, id: newId(), accompanimentId: sheet.one.id, agreementId }
  await operator.inside(({ tx }) => tx.insert(accompanimentAgreements).values(named))
  return {
    ...sheet,
    agreementId,
    funder: `Financeur ${code}`,
    consultant: await operator.consultant(sheet.engineeringId),
  }
}

async function giveLogo(operator: TestOperator, agreementId: string, file: File) {
  const kept = await keepLogo(file, { operatorId: operator.id, formKey: newId() })
  if (!kept.ok) throw new Error(kept.failure.tag)
  const practitioner = await operator.practitioner()
  await practitioner.must(setFunderLogo, { agreementId, ...kept.value, size: String(kept.value.size) })
  return { practitioner, fileId: kept.value.fileId }
}

describe('the sheet that a consultant takes', () => {
  test('names who pays and shows their logos, as the copy of a practitioner does', async ({ operator }) => {
    const { consultant, address, agreementId, funder, engineeringId } = await paidSheet(operator)
    const { practitioner, fileId } = await giveLogo(operator, agreementId, logo(pngPhoto()))
    const hers = await consultant.must(takeSheet, address)
    const theirs = await practitioner.must(takeSheet, { ...address })
    expect(hers.funders).toEqual([{ name: funder, logo: { id: fileId, kind: 'png' } }])
    expect(theirs.funders).toEqual(hers.funders)
    const logos = await logosOf(hers.operatorId, hers.funders)
    expect(logos).toMatchObject([{ alt: funder, format: 'png' }])
    const content = sheetDocument({ ...hers, logos })
    expect(JSON.stringify(content.blocks[0])).toContain(funder)
    const { body } = await documentFile(content, 'pdf')
    const { body: without } = await documentFile(sheetDocument({ ...hers, logos: [] }), 'pdf')
    const figures = (pdf: Buffer) => pdf.toString('latin1').match(/\/S ?\/Figure/g)?.length ?? 0
    expect(figures(body)).toBe(figures(without) + 1)
    const page = await consultant.read(sheetPage, address)
    expect(page).toMatchObject({ kind: 'done', value: { funders: [funder] } })
    const taken = await consultant.read(takeAlong, {})
    expect(taken).toMatchObject({ value: { missions: [{ mission: { id: engineeringId }, funders: [funder] }] } })
    await practitioner.must(dropFunderLogo, { agreementId })
    expect((await consultant.must(takeSheet, address)).funders).toEqual([{ name: funder, logo: null }])
  })

  test('names those of its key alone, once it has one', async ({ operator }) => {
    const { consultant, address, engineeringId } = await paidSheet(operator)
    const { agreementId, code } = await anAgreement(operator)
    const part = { operatorId: operator.id, id: newId(), engineeringId, agreementId, weight: 1 }
    await operator.inside(({ tx }) => tx.insert(funderParts).values(part))
    expect((await consultant.must(takeSheet, address)).funders).toEqual([{ name: `Financeur ${code}`, logo: null }])
  })

  test('opens nothing else of agreements to her, nor the funders of what is not hers', async ({ operator }) => {
    const { consultant, engineeringId, agreementId, funder } = await paidSheet(operator)
    await giveLogo(operator, agreementId, logo(pngPhoto()))
    const other = await createCase(operator, 'Terre et Partage')
    const theirs = await createEngineering(operator, [other])
    const named = { operatorId: operator.id, id: newId(), accompanimentId: other.id, agreementId }
    await operator.inside(({ tx }) => tx.insert(accompanimentAgreements).values(named))
    const door = { kind: 'user' as const, userId: consultant.userId, operatorSlug: operator.slug, secondFactor: true }
    const seen = await withTenant(door, 'read', testClock, async ({ tx }) => ({
      hers: (await fundersOf(tx, operator.id, engineeringId)).map(({ name }) => name),
      theirs: await fundersOf(tx, operator.id, theirs),
      rows: [await tx.select().from(agreements), await tx.select().from(funders), await tx.select().from(funderLogos)],
    }))
    expect(seen).toEqual({ hers: [funder], theirs: [], rows: [[], [], []] })
  })
})

describe('the logo of a funder', () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const wide = Buffer.from(pngPhoto())
  wide.writeUInt32BE(30_000, 16)
  const damaged = Buffer.from(pngPhoto())
  damaged.fill(0xff, damaged.indexOf('IDAT') + 6, damaged.indexOf('IDAT') + 14)
  const heavy = Buffer.concat([pngPhoto(), Buffer.alloc(200_000)])
  const refused: [string, File, string][] = [
    ['a drawing that may hold scripts', logo(svg, 'region.svg'), 'logo-kind'],
    ['a drawing under another name', logo(svg), 'logo-kind'],
    ['a WebP, which the paper does not show', logo(webpPhoto(), 'region.webp'), 'logo-kind'],
    ['a picture that says it is of another kind', logo(pngPhoto(), 'region.jpg'), 'file-kind-differs'],
    ['a picture of thirty thousand points', logo(wide), 'logo-too-large'],
    ['a picture of 200 kB', logo(heavy), 'logo-too-large'],
    ['a picture that is cut', logo(pngPhoto().subarray(0, 150)), 'file-image-cut'],
    ['a picture that cannot be printed', logo(damaged), 'file-image-cut'],
  ]
  for (const [what, file, tag] of refused)
    test(`is not ${what}`, async ({ operator }) => {
      const kept = await keepLogo(file, { operatorId: operator.id, formKey: newId() })
      expect(kept).toMatchObject({ ok: false, failure: { tag, field: 'file' } })
    })

  test('is one, the last that was given, on all that the funder pays; its bytes are known to the sweep', async ({
    operator,
  }) => {
    const { agreementId, consultant, address } = await paidSheet(operator)
    const first = await giveLogo(operator, agreementId, logo(pngPhoto()))
    const { fileId } = await giveLogo(operator, agreementId, logo(jpegPhoto(), 'region.jpg'))
    const { funders: named } = await consultant.must(takeSheet, address)
    expect(named).toMatchObject([{ logo: { id: fileId, kind: 'jpeg' } }])
    const known = await operator.inside(({ tx }) => knownFiles(tx, operator.id, [first.fileId, fileId]))
    expect([...known]).toEqual([fileId])
  })
})
