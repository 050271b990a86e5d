import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { intakePage } from '#app/features/accompaniments/intake-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { setProjectPlace } from '#app/features/accompaniments/set-project-place.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { addChallenge } from '#app/features/territories/add-challenge.command.server.ts'
import { addSeat } from '#app/features/territories/add-seat.command.server.ts'
import { challengePage } from '#app/features/territories/challenge-page.query.server.ts'
import { closeChallenge } from '#app/features/territories/close-challenge.command.server.ts'
import { createTerritory } from '#app/features/territories/create-territory.command.server.ts'
import { editTerritory } from '#app/features/territories/edit-territory.command.server.ts'
import { recordMeasure } from '#app/features/territories/record-measure.command.server.ts'
import { removeMeasure } from '#app/features/territories/remove-measure.command.server.ts'
import { takeRoadmap } from '#app/features/territories/take-roadmap.command.server.ts'
import { territoryDocument } from '#app/features/territories/territory-document.server.ts'
import { territoryPage } from '#app/features/territories/territory-page.query.server.ts'
import { tieCase } from '#app/features/territories/tie-case.command.server.ts'
import { untieCase } from '#app/features/territories/untie-case.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { caseIn, caseRow } from '#tests/harness/cases.ts'
import { aCase, aSnapshot } from '#tests/harness/factories/accompaniment.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { aTerritory } from '#tests/harness/territories.ts'

async function pageOf(actor: TestActor, territoryId: string) {
  const page = await actor.read(territoryPage, { territoryId })
  if (page.kind !== 'done') throw new Error(JSON.stringify(page))
  return page.value
}
async function listed(actor: TestActor, search: Record<string, string>) {
  const list = await actor.read(caseList, search)
  if (list.kind !== 'done') throw new Error(JSON.stringify(list))
  return list.value.cases.map(({ title }) => title).sort()
}
const eventsOf = (operator: TestOperator, name: string) =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.operatorId, operator.id), eq(events.name, name))),
  )
const at = (commune: string | null, department: string | null) => ({
  on: '2025-01-01',
  commune,
  department,
  region: '24',
  qpv: null,
  frr: null,
})

/** Cases in and out of the perimeter, by what each knows of its place. */
async function placedCases(operator: TestOperator) {
  const ours = await aCase(operator, { territory: at('45234', '45') }, { name: 'Frozen here', commune: '37261' })
  await aCase(operator, { territory: at('37261', '37') }, { name: 'Moved in since', commune: '45234' })
  await aCase(operator, { state: 'intake' }, { name: 'Known by its home', commune: '45147' })
  await aCase(operator, {}, { name: 'Elsewhere', commune: '45208', department: '45' })
  await aCase(operator, {}, { name: 'Nowhere' })
  return ours
}

describe('a project without organisation', () => {
  const idea = { programme: 'fabrique-a-initiatives', title: 'Garage du canal' }

  test('stands in its territory by the place given at its opening, and moves with it', async ({ operator }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    const { number } = await practitioner.must(openAccompaniment, { ...idea, place: 'Orléans' })
    expect(await caseRow(operator, number)).toMatchObject({
      territory: { commune: '45234', department: '45', region: '24', qpv: null },
    })
    expect((await pageOf(practitioner, territoryId)).cases).toBe(1)
    expect(await listed(practitioner, { territoire: territoryId })).toEqual([idea.title])
    await practitioner.must(setProjectPlace, { number, version: 1, place: ' 2a ' })
    expect(await caseRow(operator, number)).toMatchObject({
      territory: { commune: null, department: '2A', region: '94' },
    })
    expect(await listed(practitioner, { territoire: territoryId })).toEqual([])
    const [change] = await eventsOf(operator, 'accompaniment.place-set')
    expect(change?.data).toEqual({ changes: { place: ['Orléans (45234)', '2A'] } })
    await practitioner.must(setProjectPlace, { number, version: 2, place: '' })
    expect(await caseRow(operator, number)).toMatchObject({ territory: null })
  })

  test('refuses what is no place, and what was typed on an older version', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(openAccompaniment, { ...idea, place: 'Saint-Denis' })).toMatchObject({
      failure: { tag: 'several-communes', field: 'place' },
    })
    for (const place of ['Nulle-Part', '100'])
      expect(await practitioner.run(openAccompaniment, { ...idea, place }), place).toMatchObject({
        failure: { tag: 'unknown-place', params: { place }, field: 'place' },
      })
    const { number } = await practitioner.must(openAccompaniment, { ...idea, place: '45' })
    const wrong = { number, version: 1, place: '99999' }
    expect(await practitioner.run(setProjectPlace, wrong)).toMatchObject({ failure: { field: 'place' } })
    await practitioner.must(setProjectPlace, { number, version: 1, place: '41' })
    expect(await practitioner.run(setProjectPlace, { number, version: 1, place: '28' })).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { place: '41' } },
    })
  })

  test('leaves its place to nobody: the case of an organisation is where its organisation is', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator)
    const { version } = await caseRow(operator, number)
    expect(await practitioner.run(setProjectPlace, { number, version, place: '45' })).toMatchObject({
      failure: { tag: 'place-of-organisation' },
    })
  })
})

describe('a case that works on a challenge', () => {
  test('is tied to it by hand wherever it is, and untied, with the reasons in history', async ({ operator }) => {
    const { practitioner, territoryId, challengeId } = await aTerritory(operator)
    const { number } = await practitioner.must(openAccompaniment, {
      programme: 'fabrique-a-initiatives',
      title: 'Garage du canal',
    })
    const tie = { number, challengeId }
    await practitioner.must(tieCase, { ...tie, reason: 'Deux places de plus.' })
    expect(await practitioner.run(tieCase, tie)).toMatchObject({
      failure: { tag: 'case-already-tied', field: 'challengeId' },
    })
    const ofChallenge = async () => {
      const page = await practitioner.read(challengePage, { territoryId, challengeId })
      return page.kind === 'done' ? page.value.cases : page
    }
    expect(await ofChallenge()).toEqual([
      { number, title: 'Garage du canal', organisation: null, reason: 'Deux places de plus.', tiedOn: '2026-03-12' },
    ])
    const ofCase = await practitioner.read(intakePage, { number })
    expect(ofCase).toMatchObject({ value: { challenges: [{ id: challengeId, territoryId }], place: { typed: null } } })
    await practitioner.must(untieCase, { ...tie, reason: 'Le projet a changé.' })
    expect(await ofChallenge()).toEqual([])
    expect(await practitioner.run(untieCase, tie)).toMatchObject({ failure: { tag: 'case-not-tied' } })
    const row = await caseRow(operator, number)
    const told = [
      ...(await eventsOf(operator, 'challenge.case-tied')),
      ...(await eventsOf(operator, 'challenge.case-untied')),
    ]
    expect(told).toMatchObject([
      { accompanimentId: row.id, data: { reason: 'Deux places de plus.', title: 'Garder les enfants tard' } },
      { accompanimentId: row.id, data: { reason: 'Le projet a changé.' } },
    ])
  })

  test('is not tied to the challenge of another operator', async ({ operator, foreign }) => {
    const { challengeId } = await aTerritory(foreign)
    const { practitioner, number } = await caseIn(operator)
    expect(await practitioner.run(tieCase, { number, challengeId })).toMatchObject({
      failure: { tag: 'unknown-challenge', field: 'challengeId' },
    })
  })
})

describe('a territory', () => {
  test('shows the cases that were there on their day, each figure as its list holds', async ({ operator }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    const ours = await placedCases(operator)
    await aSnapshot(operator, ours, { headcount: 12 })
    const page = await pageOf(practitioner, territoryId)
    expect(page.organisations.map(({ name }) => name)).toEqual(['Frozen here', 'Known by its home'])
    expect(page).toMatchObject({ cases: 2, jobs: 12, missing: 1 })
    const [programme] = page.programmes
    expect(programme).toMatchObject({ code: 'dla-individuel', cases: 2, organisations: 2 })
    for (const { code, count } of programme?.states ?? [])
      expect(await listed(practitioner, { territoire: territoryId, etat: code })).toHaveLength(count)
    expect(await listed(practitioner, { territoire: territoryId })).toEqual(['Frozen here', 'Known by its home'])
  })

  test('holds a whole department when it is in its perimeter', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await placedCases(operator)
    const sheet = { name: 'Loiret', kind: 'other', departments: '45' }
    const { territoryId } = await practitioner.must(createTerritory, sheet)
    expect(await listed(practitioner, { territoire: territoryId })).toEqual(['Elsewhere', 'Frozen here'])
  })

  test('refuses a code that is none, a place that is nowhere and a name that is taken, each by its field', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    const sheet = { name: 'Sologne', kind: 'rural_area' }
    const refusals: [Record<string, string>, string, string][] = [
      [{ communes: 'Nulle-Part' }, 'unknown-commune', 'communes'],
      [{ communes: 'Saint-Denis' }, 'several-communes', 'communes'],
      [{ departments: '100' }, 'unknown-department', 'departments'],
      [{}, 'territory-nowhere', 'communes'],
    ]
    for (const [input, tag, field] of refusals)
      expect(await practitioner.run(createTerritory, { ...sheet, ...input })).toMatchObject({ failure: { tag, field } })
    await practitioner.must(createTerritory, { ...sheet, departments: '41' })
    expect(await practitioner.run(createTerritory, { ...sheet, name: 'SOLOGNE', departments: '41' })).toMatchObject({
      failure: { tag: 'territory-name-taken', field: 'name' },
    })
  })

  test('keeps what a colleague wrote, and seats nobody twice', async ({ operator }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    const sheet = { territoryId, version: 1, name: 'Bassin', kind: 'french_impact', departments: '45' }
    await practitioner.must(editTerritory, { ...sheet, roadmap: 'La mienne.' })
    const late = await (await operator.manager()).run(editTerritory, { ...sheet, roadmap: 'La sienne.' })
    expect(late).toMatchObject({ kind: 'conflict', current: { version: 2, values: { roadmap: 'La mienne.' } } })
    const seat = { territoryId, name: 'la métropole', college: 'authorities' }
    expect(await practitioner.run(addSeat, seat)).toMatchObject({ failure: { tag: 'already-seated', field: 'name' } })
  })
})

describe('a challenge', () => {
  test('is measured again later, once a day, never ahead, and says what changed', async ({ operator }) => {
    const { practitioner, territoryId, challengeId, measureId } = await aTerritory(operator)
    const measure = { territoryId, challengeId, measuredOn: '2026-03-01', value: '31,5', source: 'Caf' }
    await practitioner.must(recordMeasure, measure)
    expect((await pageOf(practitioner, territoryId)).challenges).toMatchObject([
      { measured: 2, change: 7.5, last: { value: 31.5, measuredOn: '2026-03-01', source: 'Caf' } },
    ])
    expect(await practitioner.run(recordMeasure, measure)).toMatchObject({
      failure: { tag: 'already-measured', field: 'measuredOn' },
    })
    expect(await practitioner.run(recordMeasure, { ...measure, measuredOn: '2026-03-13' })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'measuredOn' },
    })
    await practitioner.must(removeMeasure, { territoryId, challengeId, measureId })
    expect((await pageOf(practitioner, territoryId)).challenges).toMatchObject([{ measured: 1, change: null }])
    const told = await operator.inside(({ tx }) =>
      tx.select({ data: events.data }).from(events).where(eq(events.name, 'challenge.measure-removed')),
    )
    expect(told).toContainEqual({ data: { measuredOn: '2025-06-30', value: 24, source: 'Caf' } })
  })

  test('without an indicator has nothing to measure; closed, it may still be', async ({ operator }) => {
    const { practitioner, territoryId, challengeId } = await aTerritory(operator)
    const bare = await practitioner.must(addChallenge, { territoryId, nature: 'citizen', title: 'Décider ensemble' })
    const measure = { territoryId, measuredOn: '2026-03-01', value: '3', source: 'Nous' }
    expect(await practitioner.run(recordMeasure, { ...measure, ...bare })).toMatchObject({
      failure: { tag: 'challenge-without-indicator' },
    })
    const close = { territoryId, challengeId, closedOn: '2026-03-01', result: 'Vingt-deux places.' }
    await practitioner.must(closeChallenge, close)
    expect(await practitioner.run(closeChallenge, close)).toMatchObject({
      failure: { tag: 'challenge-already-closed' },
    })
    await practitioner.must(recordMeasure, { ...measure, challengeId })
  })

  test('is not found by the address of another territory', async ({ operator }) => {
    const { practitioner, challengeId } = await aTerritory(operator)
    const other = await aTerritory(operator)
    const input = { territoryId: other.territoryId, challengeId }
    expect(await practitioner.read(challengePage, input)).toEqual({ kind: 'not-found' })
    expect(await practitioner.run(closeChallenge, { ...input, closedOn: '2026-03-01' })).toEqual({ kind: 'not-found' })
  })
})

describe('the roadmap that a governance takes away', () => {
  test('holds the challenges and their measures, names no organisation and withholds small figures', async ({
    operator,
  }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    await placedCases(operator)
    const { content } = await practitioner.must(takeRoadmap, { territoryId, format: 'docx' })
    const written = territoryDocument(content, 'fr')
    const words = JSON.stringify(written)
    for (const told of ['Défi social', 'Garder les enfants tard', 'La Métropole', 'Caf', 'secret'])
      expect(words).toContain(told)
    for (const hidden of ['Frozen here', 'Known by its home']) expect(words).not.toContain(hidden)
    for (const format of ['docx', 'pdf'] as const)
      expect((await documentFile(written, format)).body.byteLength).toBeGreaterThan(5000)
  })
})
