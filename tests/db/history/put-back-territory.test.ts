import { describe, expect } from 'vitest'
import { addChallenge } from '#app/features/territories/add-challenge.command.server.ts'
import { challengePage } from '#app/features/territories/challenge-page.query.server.ts'
import { closeChallenge } from '#app/features/territories/close-challenge.command.server.ts'
import { editChallenge } from '#app/features/territories/edit-challenge.command.server.ts'
import { editTerritory } from '#app/features/territories/edit-territory.command.server.ts'
import { territoryHistoryPage } from '#app/features/territories/territory-history-page.query.server.ts'
import { territorySheet } from '#app/features/territories/territory-sheet.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { events } from '#db/schema/journal.ts'
import { type TestActor, test } from '../../harness/operator.ts'
import { linesOfTerritory, send, shownOnTerritory } from '../../harness/put-back.ts'
import { aTerritory } from '../../harness/territories.ts'

const sheetOf = async (actor: TestActor, territoryId: string) => {
  const page = await actor.read(territorySheet, { territoryId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.territory
}
const edited = { kind: 'rural_area', departments: '41', label: 'Ancien label' }

describe('the history of a territory tells of its sheet and challenges, and puts back', () => {
  test('one field of the sheet, its communes by their names, and not over an edit made since', async ({ operator }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    const { name } = await sheetOf(practitioner, territoryId)
    await practitioner.must(editTerritory, { territoryId, version: 1, name, ...edited })
    const [communes, kind] = [
      await shownOnTerritory(practitioner, territoryId, 'territory.communes'),
      await shownOnTerritory(practitioner, territoryId, 'territory.kind'),
    ]
    expect(kind).toMatchObject({ now: 'rural_area', before: 'french_impact' })
    expect(await send(practitioner, communes, { territoryId })).toMatchObject({ kind: 'done' })
    expect(await sheetOf(practitioner, territoryId)).toMatchObject({
      kind: 'rural_area',
      departments: ['41'],
      communes: [expect.stringContaining('45147'), expect.stringContaining('45232'), expect.stringContaining('45234')],
    })
    expect(await send(practitioner, kind, { territoryId })).toMatchObject({
      kind: 'conflict',
      current: { version: 3, values: { kind: 'rural_area' } },
    })
  })

  test('the title of a challenge, beside the other of the same territory', async ({ operator }) => {
    const { practitioner, territoryId, challengeId } = await aTerritory(operator)
    const other = { territoryId, nature: 'citizen', title: 'Décider ensemble' }
    const { challengeId: beside } = await practitioner.must(addChallenge, other)
    const written = { nature: 'social', indicator: 'Places', unit: 'places' }
    await practitioner.must(editChallenge, { territoryId, challengeId, version: 1, ...written, title: 'Par mégarde' })
    const page = await shownOnTerritory(practitioner, territoryId, 'challenge.title')
    expect(page).toMatchObject({ now: 'Par mégarde', before: 'Garder les enfants tard', noun: 'challenge' })
    expect(await send(practitioner, page, { territoryId })).toMatchObject({ kind: 'done' })
    const titles = await Promise.all(
      [challengeId, beside].map(async id => {
        const read = await practitioner.read(challengePage, { territoryId, challengeId: id })
        return read.kind === 'done' ? read.value.challenge.title : read.kind
      }),
    )
    expect(titles).toEqual(['Garder les enfants tard', 'Décider ensemble'])
  })

  test('what an edit wrote before its changes were named so', async ({ operator }) => {
    const { practitioner, territoryId } = await aTerritory(operator)
    await operator.inside(({ tx }) =>
      tx.insert(events).values({
        operatorId: operator.id,
        id: newId(),
        name: 'territory.edited',
        subjectKind: 'territory',
        subjectId: territoryId,
        actorKind: 'user',
        actorName: 'Léa',
        happenedOn: '2026-01-05',
        at: new Date('2026-01-05T09:00:00Z'),
        data: { label: ['Pôle territorial', 'French Impact'] },
      }),
    )
    const page = await shownOnTerritory(practitioner, territoryId, 'territory.label')
    expect(await send(practitioner, page, { territoryId })).toMatchObject({ kind: 'done' })
    expect(await sheetOf(practitioner, territoryId)).toMatchObject({ label: 'Pôle territorial' })
  })

  test('nothing of another territory, nor for a stranger; how a challenge ended is changed on its page', async ({
    operator,
    foreign,
  }) => {
    const [{ practitioner, territoryId, challengeId }, elsewhere] = [
      await aTerritory(operator),
      await aTerritory(operator),
    ]
    await practitioner.must(closeChallenge, { territoryId, challengeId, closedOn: '2026-03-01', result: 'Tenu.' })
    const [line] = await linesOfTerritory(practitioner, territoryId)
    expect(line).toMatchObject({
      about: 'Garder les enfants tard',
      changes: expect.arrayContaining([
        { field: 'challenge.closedOn', before: '', after: '2026-03-01' },
        { field: 'challenge.result', before: '', after: 'Tenu.' },
      ]),
    })
    const asked = { territoryId: elsewhere.territoryId, evenement: line?.id, champ: 'challenge.result' }
    expect(await practitioner.read(territoryHistoryPage, asked)).toMatchObject({ value: { puttingBack: null } })
    const stranger = await foreign.practitioner()
    expect(await stranger.read(territoryHistoryPage, { territoryId })).toEqual({ kind: 'not-found' })
  })
})
