import { describe, expect } from 'vitest'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { chooseAgreements } from '#app/features/accompaniments/choose-agreements.command.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { removeFilter } from '#app/features/accompaniments/remove-filter.command.server.ts'
import { saveFilter } from '#app/features/accompaniments/save-filter.command.server.ts'
import { todayPage } from '#app/features/accompaniments/today-page.query.server.ts'
import { currentProgrammes, installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { aCase } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

async function listed(actor: TestActor, input: Record<string, unknown> = {}) {
  const list = await actor.read(caseList, input)
  if (list.kind !== 'done') throw new Error(JSON.stringify(list))
  return list.value
}
const names = async (actor: TestActor, input: Record<string, unknown>) =>
  (await listed(actor, input)).cases.map(({ title }) => title)

/** Three cases that differ in everything a filter looks at. */
async function threeCases(operator: TestOperator) {
  await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
  const [lea, tom] = [await operator.practitioner(), await operator.practitioner()]
  const fournil = await aCase(
    operator,
    { practitionerId: lea.userId, state: 'intake', nextStep: 'decide_eligibility', nextOn: '2026-03-01' },
    { name: 'Le Fournil', department: '45' },
  )
  const terre = await aCase(
    operator,
    { practitionerId: tom.userId, requestedOn: '2025-11-20', nextStep: 'hold_intake', nextOn: '2026-04-01' },
    { name: 'Terre et Partage', department: '41' },
  )
  const atelier = await aCase(
    operator,
    { requestedOn: null },
    { name: 'Atelier Vélo', searchText: 'atelier velo', department: '45' },
  )
  return { lea, tom, fournil, terre, atelier }
}

describe('the caseload', () => {
  test('keeps what each filter asks for, alone and together', async ({ operator }) => {
    const { lea, tom, fournil } = await threeCases(operator)
    const { agreementId: agreement } = await anAgreement(operator)
    await lea.must(chooseAgreements, { number: fournil.number, agreements: [agreement] })
    const keeps: [Record<string, string>, string[]][] = [
      [{ etat: 'intake' }, ['Le Fournil']],
      [{ charge: tom.userId }, ['Terre et Partage']],
      [{ charge: 'aucune' }, ['Atelier Vélo']],
      [{ retard: '1' }, ['Le Fournil']],
      [{ convention: agreement }, ['Le Fournil']],
      [{ convention: 'aucune' }, ['Terre et Partage', 'Atelier Vélo']],
      [{ departement: '45' }, ['Le Fournil', 'Atelier Vélo']],
      [{ du: '2025-11-01', au: '2025-11-30' }, ['Terre et Partage']],
      [{ texte: 'velo' }, ['Atelier Vélo']],
      [{ departement: '45', texte: 'fournil', retard: '1' }, ['Le Fournil']],
      [{ dispositif: 'incubation' }, []],
      [{ dispositif: 'dla-individuel', departement: '41' }, ['Terre et Partage']],
    ]
    for (const [input, expected] of keeps) expect(await names(lea, input), JSON.stringify(input)).toEqual(expected)
  })

  test('finds a project by its title, accents or not', async ({ operator }) => {
    const { lea } = await threeCases(operator)
    await lea.must(openAccompaniment, { programme: 'fabrique-a-initiatives', title: 'Épicerie d’été' })
    expect(await names(lea, { texte: 'epicerie ete' })).toEqual(['Épicerie d’été'])
  })

  test('is sorted by its columns, both ways, and by the order of the path', async ({ operator }) => {
    const { lea } = await threeCases(operator)
    const [fournil, terre, atelier] = ['Le Fournil', 'Terre et Partage', 'Atelier Vélo']
    expect(await names(lea, {})).toEqual([fournil, terre, atelier])
    expect(await names(lea, { tri: '-echeance' })).toEqual([terre, fournil, atelier])
    expect(await names(lea, { tri: 'structure' })).toEqual([atelier, fournil, terre])
    expect(await names(lea, { tri: '-structure' })).toEqual([terre, fournil, atelier])
    expect((await names(lea, { tri: '-etat' }))[0]).toBe(fournil)
    expect((await names(lea, { tri: 'numero' }))[0]).toBe(fournil)
  })

  test('says the state of each case in the words of its own programme', async ({ operator }) => {
    await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
    const lea = await operator.practitioner()
    const inUse = await operator.inside(({ tx }) => currentProgrammes(tx, operator.id))
    const words = inUse.flatMap(({ id, name, definition }) =>
      definition.states.map(({ code, label }) => ({ id, name, code, fr: label.fr })),
    )
    // Two programmes that name one code differently: the trap.
    const [one, other] = words.flatMap(word => {
      const twin = words.find(({ code, fr }) => code === word.code && fr !== word.fr)
      return twin ? [word, twin] : []
    })
    if (!one || !other) throw new Error('no two programmes name a state differently')
    for (const { id, code } of [one, other])
      await aCase(operator, { programmeId: id, state: code, nextStep: 'of_state', nextDetail: 'Suite\nNext' })
    const expected = [`${one.name} ${one.fr}`, `${other.name} ${other.fr}`].sort()
    const said = (rows: readonly { programme: string; state: { label: { fr: string } } }[]) =>
      rows.map(row => `${row.programme} ${row.state.label.fr}`).sort()
    expect(said((await listed(lea, { etat: one.code })).cases)).toEqual(expected)
    const today = await lea.read(todayPage, { vue: 'equipe' })
    expect(today.kind === 'done' && said(today.value.cases)).toEqual(expected)
  })

  test('is a board with every state that holds a case, counted beyond what it shows', async ({ operator }) => {
    const { lea } = await threeCases(operator)
    for (let n = 0; n < 13; n++) await aCase(operator)
    const { board, total } = await listed(lea, { vue: 'colonnes' })
    expect(total).toBe(16)
    expect(board?.map(({ label, count, cases }) => [label.fr, count, cases.length])).toEqual([
      ['Demande reçue', 15, 12],
      ['Accueil', 1, 1],
    ])
    expect((await listed(lea, { vue: 'colonnes', departement: '41' })).board?.map(({ count }) => count)).toEqual([1])
  })
})

describe('a filter that is kept', () => {
  test('stays its author’s, until she shares it; only she and a manager take it away', async ({ operator }) => {
    const [lea, tom] = [await operator.practitioner(), await operator.practitioner()]
    const manager = await operator.user('manager')
    const keep = (shared: boolean) =>
      lea.must(saveFilter, {
        name: 'Mes retards',
        search: 'retard=1&page=3&etat=intake',
        ...(shared && { shared: 'oui' }),
      })
    const seenBy = async (actor: TestActor) => (await listed(actor)).saved
    await keep(false)
    expect(await seenBy(lea)).toMatchObject([{ search: 'etat=intake&retard=1', isShared: false, canRemove: true }])
    expect(await seenBy(tom)).toEqual([])
    await keep(true)
    const [known] = await seenBy(tom)
    expect(known).toMatchObject({ name: 'Mes retards', isShared: true, canRemove: false })
    expect(known?.author).toBeTruthy()
    expect((await tom.run(removeFilter, { filterId: known?.id })).kind).toBe('not-found')
    expect((await manager.run(removeFilter, { filterId: known?.id })).kind).toBe('done')
    expect(await seenBy(lea)).toEqual([])
  })

  test('is one that the caseload understands', async ({ operator }) => {
    const lea = await operator.practitioner()
    for (const search of ['nom=rien', 'page=2', 'retard=peut-etre', 'du=hier'])
      expect(await lea.run(saveFilter, { name: 'Rien', search }), search).toMatchObject({
        kind: 'failed',
        failure: { tag: 'not-a-filter' },
      })
  })
})
