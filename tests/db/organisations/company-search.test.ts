import { afterAll, beforeAll, describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { hasRegister, searchCompanies } from '#app/features/organisations/company-search.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { fillIdentity } from '#app/features/organisations/fill-identity.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { type TestActor, test, testDay } from '#tests/harness/operator.ts'
import { registeredCompany, registerServer } from '#tests/harness/register-server.ts'

let register: Awaited<ReturnType<typeof registerServer>>
beforeAll(async () => {
  register = await registerServer()
})
afterAll(() => register.stop())

const noon = Date.UTC(2026, 2, 12, 11)
const configure = () => provideEnvironment({ COMPANY_SEARCH_URL: register.address })
const ruche = {
  siren: '732829320',
  name: 'LA RUCHE DES POSSIBLES',
  siret: '73282932000074',
  rna: 'W452001234',
  legalForm: 'association',
  foundedOn: '2011-04-01',
  commune: '45234',
  employer: true,
  place: '45000 ORLEANS',
  isClosed: false,
}

describe('the register of companies', () => {
  test('is asked nothing unless it is configured', async () => {
    provideEnvironment({ COMPANY_SEARCH_URL: '' })
    const before = register.asked.length
    expect(hasRegister()).toBe(false)
    expect(await searchCompanies('la ruche')).toEqual({ kind: 'off' })
    expect(register.asked.length).toBe(before)
  })

  test('answers once for the same words in a day', async () => {
    configure()
    expect(await searchCompanies(' La  Ruche ', noon)).toEqual({ kind: 'found', companies: [ruche] })
    expect(await searchCompanies('la ruche', noon + 23 * 3_600_000)).toMatchObject({ kind: 'found' })
    expect(register.asked.filter(words => words === 'la ruche')).toHaveLength(1)
    await searchCompanies('la ruche', noon + 25 * 3_600_000)
    expect(register.asked.filter(words => words === 'la ruche')).toHaveLength(2)
  })

  test('is left alone for as long as it says when it is asked too much, and what is kept still serves', async () => {
    configure()
    await searchCompanies('déjà vue', noon)
    expect(await searchCompanies('surchargé', noon)).toEqual({ kind: 'unavailable', why: 'busy' })
    const asked = register.asked.length
    expect(await searchCompanies('une autre', noon + 1_500)).toEqual({ kind: 'unavailable', why: 'busy' })
    expect(await searchCompanies('déjà vue', noon + 1_500)).toMatchObject({ kind: 'found' })
    expect(register.asked.length).toBe(asked)
    expect(await searchCompanies('une autre', noon + 2_100)).toMatchObject({ kind: 'found' })
  })

  test('that fails says so, and is asked again the next time', async () => {
    configure()
    for (const words of ['panne', 'maintenance', 'autre', 'ailleurs']) {
      expect(await searchCompanies(words, noon + 10_000), words).toEqual({ kind: 'unavailable', why: 'broken' })
      await searchCompanies(words, noon + 10_000)
      expect(register.asked.filter(asked => asked === words).length, words).toBe(2)
    }
    provideEnvironment({ COMPANY_SEARCH_URL: 'http://127.0.0.1:1' })
    expect(await searchCompanies('la ruche fermée', noon + 10_000)).toEqual({ kind: 'unavailable', why: 'broken' })
    configure()
    expect(await searchCompanies('court', noon + 10_000)).toEqual({ kind: 'found', companies: [] })
    expect(await searchCompanies('personne', noon + 10_000)).toEqual({ kind: 'found', companies: [] })
  })

  test('that does not answer is not waited for', async () => {
    configure()
    const began = performance.now()
    expect(await searchCompanies('lent', noon + 10_000)).toEqual({ kind: 'unavailable', why: 'silent' })
    expect(performance.now() - began).toBeLessThan(5_000)
  }, 10_000)

  test('is believed on nothing that does not pass its check', async () => {
    configure()
    register.results.set('douteuse', [
      registeredCompany({ siege: { siret: '12345678901234', commune: 'ORLEANS' }, date_creation: '2011-02-30' }),
      registeredCompany({ siege: null, complements: null, nature_juridique: '5499', tranche_effectif_salarie: 'NN' }),
      registeredCompany({ nature_juridique: '5558', tranche_effectif_salarie: '00', etat_administratif: 'C' }),
      { siren: 'x', nom_complet: 'Sans SIREN' },
      'rien',
    ])
    expect(await searchCompanies('douteuse', noon + 10_000)).toMatchObject({
      companies: [
        { siret: null, commune: null, foundedOn: null, legalForm: 'association' },
        { siret: null, rna: null, legalForm: null, employer: null, place: null },
        { legalForm: 'scop', employer: false, isClosed: true },
      ],
    })
  })
})

const { siren: _siren, place: _place, isClosed: _closed, ...found } = ruche
const sheet = async (practitioner: TestActor, id: string) => {
  const page = await practitioner.read(organisationPage, { id })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.organisation
}
const fromRegister = { source: 'register', on: testDay }

describe('an identity', () => {
  test('takes what is chosen, and each field keeps where it comes from', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, {
      name: 'La Ruche',
      commune: '45208',
      sector: 'Culture',
    })
    await practitioner.must(fillIdentity, { id, version: 1, fields: ['siret', 'legalForm', 'employer'], found })
    expect(await sheet(practitioner, id)).toMatchObject({
      name: 'La Ruche',
      siret: '73282932000074',
      rna: null,
      legalForm: 'association',
      commune: 'Montargis (45208)',
      department: '45',
      sector: 'Culture',
      employer: true,
      sources: { siret: fromRegister, legalForm: fromRegister, employer: fromRegister },
    })
    // What somebody types afterwards is hers, and nothing else is.
    await practitioner.must(updateOrganisation, {
      id,
      version: 2,
      name: 'La Ruche',
      siret: '73282932000074',
      legalForm: 'scic',
      employer: 'oui',
      commune: '45208',
    })
    expect((await sheet(practitioner, id)).sources).toEqual({
      siret: fromRegister,
      legalForm: { source: 'typed', on: testDay },
      employer: fromRegister,
    })
  })

  test('is not overwritten on an old reading, nor with the number of another', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche' })
    const stale = await practitioner.run(fillIdentity, { id, version: 0, fields: ['siret'], found })
    expect(stale).toMatchObject({ kind: 'conflict' })
    await practitioner.must(createOrganisation, { name: 'Tout autre', siret: '73282932000074' })
    const taken = await practitioner.run(fillIdentity, { id, version: 1, fields: ['siret'], found })
    expect(taken).toMatchObject({ failure: { tag: 'siret-known', field: 'fields' } })
    expect(await sheet(practitioner, id)).toMatchObject({ siret: null, sources: {} })
    expect(await practitioner.run(fillIdentity, { id, version: 1, found })).toMatchObject({ kind: 'invalid' })
  })

  test('that is created from the register says so of what was kept as it was', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { name: _name, ...same } = found
    const { id } = await practitioner.must(createOrganisation, { ...same, employer: 'oui', name: 'La Ruche', found })
    const { sources } = await sheet(practitioner, id)
    expect(sources).toEqual(
      Object.fromEntries(
        ['siret', 'rna', 'legalForm', 'foundedOn', 'commune', 'employer'].map(field => [field, fromRegister]),
      ),
    )
  })
})
