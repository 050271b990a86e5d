import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { keepLogo } from '#app/features/agreements/keep-logo.server.ts'
import { setFunderLogo } from '#app/features/agreements/set-funder-logo.command.server.ts'
import { fundersByEngineering } from '#app/features/attendance-sheets/sheet-funders.store.server.ts'
import { signPage } from '#app/features/attendance-sheets/sign-page.query.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { loader as agreementLogo } from '#app/routes/operator/funder-logo.ts'
import { loader as sheetLogo } from '#app/routes/personal/sheet-logo.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { agreements, funderLogos, funders } from '#db/schema/agreements.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { funderParts } from '#db/schema/shares.ts'
import { type TenantTx, withTenant } from '#db/tenant.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { createCase, createEngineering } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { newPerson } from '#tests/harness/person.ts'
import { jpegPhoto, pngPhoto } from '#tests/harness/photos.ts'
import { annesLink, aSheet } from '#tests/harness/sheets.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-paid-by-'))
  provideEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function giveLogo(operator: TestOperator, agreementId: string, bytes: Uint8Array, name: string) {
  const kept = await keepLogo(new File([new Uint8Array(bytes)], name), { operatorId: operator.id, formKey: newId() })
  if (!kept.ok) throw new Error(kept.failure.tag)
  const file = { ...kept.value, size: String(kept.value.size) }
  await (await operator.practitioner()).must(setFunderLogo, { agreementId, ...file })
  return kept.value.fileId
}

const pays = (operator: TestOperator, engineeringId: string, agreementId: string) =>
  operator.inside(({ tx }) =>
    tx.insert(funderParts).values({ operatorId: operator.id, id: newId(), engineeringId, agreementId, weight: 1 }),
  )

/** A sheet that two funders pay, one of which gave its logo; and another funder’s, of nothing here. */
async function paidSheet(operator: TestOperator) {
  const sheet = await aSheet(operator)
  const [region, city, other] = [await anAgreement(operator), await anAgreement(operator), await anAgreement(operator)]
  for (const { agreementId } of [region, city]) await pays(operator, sheet.engineeringId, agreementId)
  const logoId = await giveLogo(operator, region.agreementId, pngPhoto(), 'region.png')
  const otherLogoId = await giveLogo(operator, other.agreementId, jpegPhoto(), 'autre.jpg')
  const token = await annesLink(operator, sheet, '2099-01-01')
  return { ...sheet, region, city, logoId, otherLogoId, token }
}

const context = { clientAddress: '', nonce: '', requestId: '', frameBy: () => {} }
/** What the address of a picture answers: its status, its kind, and its bytes. */
async function drawn(answer: Promise<Response>) {
  const response = await answer.catch((error: unknown) => {
    if (error instanceof Response) return error
    throw error
  })
  const { status, headers } = response
  return { status, type: headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('the page that a participant signs on her own phone', () => {
  test('names who pays as the sheet does, and opens nothing else of agreements', async ({ operator }) => {
    const { token, region, city, logoId } = await paidSheet(operator)
    const her = operator.contact(token)
    const page = await her.read(personalLinkPage)
    const expected = [
      { name: `Financeur ${region.code}`, logo: { id: logoId, kind: 'png' } },
      { name: `Financeur ${city.code}`, logo: null },
    ].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(page).toMatchObject({ kind: 'done', value: { sheet: { funders: expected } } })
    const rows = await withTenant(her.door, 'read', testClock, async ({ tx }) => [
      await tx.select().from(agreements),
      await tx.select().from(funders),
      await tx.select().from(funderLogos),
      await tx.select().from(funderParts),
    ])
    expect(rows).toEqual([[], [], [], []])
  })

  test('names them as the page of the consultant’s own device does', async ({ operator }) => {
    const { address, annes, engineeringId, region, city } = await paidSheet(operator)
    const consultant = await operator.consultant(engineeringId)
    const page = await consultant.read(signPage, { ...address, placeId: annes })
    const names = [`Financeur ${region.code}`, `Financeur ${city.code}`].sort()
    expect(page).toMatchObject({ kind: 'done', value: { funders: names } })
  })

  test('shows their logos to who holds the link, and no other funder’s', async ({ operator }) => {
    const { token, logoId, otherLogoId } = await paidSheet(operator)
    const at = (address: string, logo: string) => {
      const request = new Request(`http://localhost:3000/r/${address}/logos/${logo}`)
      return drawn(sheetLogo({ request, context: { ...context }, params: { token: address, logoId: logo } }))
    }
    expect(await at(token, logoId)).toMatchObject({ status: 200, type: 'image/png', bytes: expect.any(Buffer) })
    expect((await at(token, logoId)).bytes.subarray(1, 4).toString()).toBe('PNG')
    for (const answer of [await at(token, otherLogoId), await at('a'.repeat(43), logoId), await at(token, newId())])
      expect([answer.status, answer.bytes.length]).toEqual([404, 0])
  })
})

describe('the page of an agreement', () => {
  test('shows the logo of its funder to members alone', async ({ operator, foreign }) => {
    const { region, logoId, otherLogoId, engineeringId } = await paidSheet(operator)
    const [member, consultant, stranger] = [await newPerson(), await newPerson(), await newPerson()]
    await operator.grant(member.userId, 'practitioner')
    await operator.grant(consultant.userId, 'consultant', { subjectId: engineeringId })
    await foreign.grant(stranger.userId, 'practitioner')
    const { slug } = operator
    const at = async (person: typeof member, logo: string) => {
      if (!person.cookie) await person.signIn()
      const { agreementId } = region
      const request = new Request(`http://localhost:3000/o/${slug}/conventions/${agreementId}/logos/${logo}`, {
        headers: { cookie: person.cookie },
      })
      const params = { operator: slug, agreementId, logoId: logo }
      return drawn(agreementLogo({ request, context: { ...context }, params }))
    }
    expect(await at(member, logoId)).toMatchObject({ status: 200, type: 'image/png' })
    for (const [person, logo] of [[member, otherLogoId] as const, [consultant, logoId], [stranger, logoId]] as const)
      expect((await at(person, logo)).status).toBe(404)
  })
})

describe('what a consultant takes along', () => {
  test('says who pays for each mission in one reading, however many they are', async ({ operator }) => {
    const { engineeringId: first, region, city } = await paidSheet(operator)
    const cases = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Le Fournil')] as const
    const [named, unpaid] = [
      await createEngineering(operator, [cases[0]]),
      await createEngineering(operator, [cases[1]]),
    ]
    const [theirs] = [await createEngineering(operator, [cases[0]])]
    await operator.inside(({ tx }) =>
      tx.insert(accompanimentAgreements).values({
        ...{ operatorId: operator.id, id: newId(), accompanimentId: cases[0].id, agreementId: city.agreementId },
      }),
    )
    const consultant = await operator.consultant(first)
    for (const subjectId of [named, unpaid]) await operator.grant(consultant.userId, 'consultant', { subjectId })
    const asked = async (ids: readonly string[]) => {
      let count = 0
      const read = await withTenant(consultant.door, 'read', testClock, async ({ tx }) => {
        const value = await fundersByEngineering(
          counting(tx, () => count++),
          operator.id,
          ids,
        )
        return { value, after: await tx.select({ id: engineerings.id }).from(engineerings) }
      })
      const names = Object.fromEntries([...(read?.value ?? [])].map(([id, all]) => [id, all.map(({ name }) => name)]))
      return { count, names, after: read?.after.length }
    }
    const both = [`Financeur ${region.code}`, `Financeur ${city.code}`].sort()
    const one = await asked([first])
    expect(one.names).toEqual({ [first]: both })
    const all = await asked([first, named, unpaid, theirs])
    expect(all.names).toEqual({ [first]: both, [named]: [`Financeur ${city.code}`] })
    expect(all.count).toBe(one.count)
    // Her reach is again what it was.
    expect([one.after, all.after]).toEqual([3, 3])
  })
})

/** The transaction, telling each statement that is begun on it. */
function counting(tx: TenantTx, tell: () => void): TenantTx {
  return new Proxy(tx, {
    get(target, name) {
      if (name === 'select' || name === 'selectDistinct' || name === 'execute') tell()
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
