import { describe, expect } from 'vitest'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { caseRow } from '#tests/harness/cases.ts'
import { importFiled } from '#tests/harness/import-folder.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { linesOfCase, linesOfSheet, send, shown, shownOnSheet } from '#tests/harness/put-back.ts'

const folder = (sector: string, channel: string, codes: string) => ({
  structures: `ref;nom;secteur\nA;Association A;${sector}`,
  conventions: 'code;financeur;debut;fin\nC-1;Région;2026-01-01;2026-12-31\nC-2;Ville;2026-01-01;2026-12-31',
  accompagnements: [
    'ref;structure;dispositif;canal;accueil_le;cloture_le;conventions',
    `P1;A;dla-individuel;${channel};2026-01-10;${channel === 'evenement' ? '2026-02-01' : ''};${codes}`,
  ].join('\n'),
})

async function importedTwice(operator: TestOperator): Promise<{ actor: TestActor; number: string; id: string }> {
  const { door } = operator.system()
  const actor = await operator.practitioner()
  for (const files of [folder('culture', 'direct', 'C-1'), folder('sport', 'evenement', 'C-1|C-2')])
    expect((await importFiled(files, door)).report.refusals).toEqual([])
  const { organisationId } = await caseRow(operator, '2026-0001')
  return { actor, number: '2026-0001', id: organisationId ?? '' }
}

describe('what a folder wrote over', () => {
  test('of a sheet is told with its former value, and put back', async ({ operator }) => {
    const { actor, id } = await importedTwice(operator)
    expect((await linesOfSheet(actor, id))[0]).toMatchObject({
      who: { kind: 'system', name: 'import' },
      changes: [{ field: 'sector', before: 'culture', after: 'sport' }],
    })
    expect(await send(actor, await shownOnSheet(actor, id, 'sector'), { id })).toMatchObject({ kind: 'done' })
    expect(await actor.read(organisationPage, { id })).toMatchObject({
      value: { organisation: { sector: 'culture', name: 'Association A' } },
    })
  })

  test('of a case is put back by the form that asks for it, its agreements too', async ({ operator }) => {
    const { actor, number } = await importedTwice(operator)
    expect(
      (await linesOfCase(actor, number)).find(({ name }) => name === 'accompaniment.imported-again'),
    ).toMatchObject({
      changes: [
        { field: 'channel', before: 'direct', after: 'event' },
        { field: 'closedOn', before: '', after: '2026-02-01' },
        { field: 'agreements', before: 'C-1', after: 'C-1, C-2' },
      ],
    })
    const channel = await shown(actor, number, 'channel')
    expect(channel).toMatchObject({ form: 'save-intake', now: 'event', back: { value: 'direct' } })
    expect(await send(actor, channel, { number })).toMatchObject({ kind: 'done' })
    expect(await send(actor, await shown(actor, number, 'agreements'), { number })).toMatchObject({ kind: 'done' })
    expect(await caseRow(operator, number)).toMatchObject({ channel: 'direct', intakeOn: '2026-01-10' })
    expect((await linesOfCase(actor, number))[0]?.changes).toEqual([
      { field: 'agreements', before: 'C-1, C-2', after: 'C-1' },
    ])
    // A state has its own ways: it is not put back by a form.
    await expect(shown(actor, number, 'closedOn')).rejects.toThrow('not-found')
  })

  test('by the same folder again is nothing', async ({ operator }) => {
    const { actor, number, id } = await importedTwice(operator)
    const before = [await linesOfCase(actor, number), await linesOfSheet(actor, id)]
    await importFiled(folder('sport', 'evenement', 'C-1|C-2'), operator.system().door)
    expect([await linesOfCase(actor, number), await linesOfSheet(actor, id)]).toEqual(before)
    expect(await actor.read(historyPage, { number })).toMatchObject({ kind: 'done' })
  })
})
