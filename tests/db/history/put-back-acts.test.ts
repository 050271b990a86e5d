import { describe, expect } from 'vitest'
import { changeMany } from '#app/features/accompaniments/change-many.command.server.ts'
import { changeManyPage } from '#app/features/accompaniments/change-many-page.query.server.ts'
import { chooseAgreements } from '#app/features/accompaniments/choose-agreements.command.server.ts'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { giveCases } from '#app/features/handovers/give-cases.command.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { caseIn, caseRow } from '../../harness/cases.ts'
import { anAgreement } from '../../harness/factories/agreement.ts'
import { type TestActor, test } from '../../harness/operator.ts'
import { linesOfCase, send, shown } from '../../harness/put-back.ts'

const changesOf = async (actor: TestActor, number: string) => (await linesOfCase(actor, number))[0]?.changes

async function changeTogether(actor: TestActor, numbers: string[], asked: Record<string, unknown>) {
  const { geste: gesture, charge: practitionerId, convention: agreements, maniere: how, au: to } = asked
  const page = await actor.read(changeManyPage, { dossier: numbers, ...asked })
  const seen = page.kind === 'done' ? page.value.preview?.seen : undefined
  const input = { numbers, gesture, practitionerId, agreements, how, to, seen }
  return actor.must(changeMany, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
}

describe('what was changed in several cases at once is put back in one', () => {
  test('its practitioner, found by her id though another has her name', async ({ operator }) => {
    const lea = await operator.user('practitioner', { name: 'Léa Martin' })
    await operator.user('practitioner', { name: 'Léa Martin' })
    const tom = await operator.user('practitioner', { name: 'Tom Petit' })
    const [one, two] = [await caseIn(operator, 'intake', lea), await caseIn(operator, 'intake', lea)]
    await changeTogether(lea, [one.number, two.number], { geste: 'confier', charge: tom.userId })
    const page = await shown(lea, one.number, 'practitionerId')
    expect(page).toMatchObject({ now: tom.userId, back: { value: lea.userId }, texts: { [tom.userId]: 'Tom Petit' } })
    expect(await send(lea, page, { number: one.number })).toMatchObject({ kind: 'done' })
    expect((await caseRow(operator, one.number)).practitionerId).toBe(lea.userId)
    expect((await caseRow(operator, two.number)).practitionerId).toBe(tom.userId)
    expect(await changesOf(lea, one.number)).toEqual([
      { field: 'practitionerId', before: 'Tom Petit', after: 'Léa Martin' },
    ])
  })

  test('not over somebody who was given the case since', async ({ operator }) => {
    const [lea, tom, zoe] = [
      await operator.practitioner(),
      await operator.practitioner(),
      await operator.user('practitioner', { name: 'Zoé Roux' }),
    ]
    const { number } = await caseIn(operator, 'intake', lea)
    await lea.must(handOver, { number, practitionerId: tom.userId })
    const page = await shown(lea, number, 'practitionerId')
    await tom.must(handOver, { number, practitionerId: zoe.userId })
    expect(await send(lea, page, { number })).toMatchObject({
      kind: 'conflict',
      current: { values: { practitionerId: 'Zoé Roux' } },
    })
    expect((await caseRow(operator, number)).practitionerId).toBe(zoe.userId)
  })

  test('its agreements, all of them, and not over those that were chosen since', async ({ operator }) => {
    const [b, a, c] = [
      await anAgreement(operator, { code: 'B-1' }),
      await anAgreement(operator, { code: 'A-1' }),
      await anAgreement(operator, { code: 'C-1' }),
    ]
    const { number, practitioner } = await caseIn(operator, 'intake')
    await practitioner.must(chooseAgreements, { number, agreements: [b.agreementId, a.agreementId] })
    await practitioner.must(chooseAgreements, { number, agreements: [c.agreementId] })
    const page = await shown(practitioner, number, 'agreements')
    expect(await send(practitioner, page, { number })).toMatchObject({ kind: 'done' })
    expect(await changesOf(practitioner, number)).toEqual([{ field: 'agreements', before: 'C-1', after: 'A-1, B-1' }])
    // The page that was left open is refused, not obeyed.
    expect(await send(practitioner, page, { number })).toMatchObject({
      kind: 'conflict',
      current: { values: { agreements: 'A-1, B-1' } },
    })
  })

  test('the day of its next step, while that step is awaited', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'intake')
    const before = (await caseRow(operator, number)).nextOn
    await changeTogether(practitioner, [number], { geste: 'reporter', au: '2026-06-01' })
    expect((await caseRow(operator, number)).nextOn).toBe('2026-06-01')
    const page = await shown(practitioner, number, 'nextOn')
    expect(await send(practitioner, page, { number })).toMatchObject({ kind: 'done' })
    expect((await caseRow(operator, number)).nextOn).toBe(before)
    expect(await send(practitioner, page, { number })).toMatchObject({ kind: 'conflict' })
  })

  test('the day of an action, by its own form', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'in_progress')
    await practitioner.must(addAction, { number, nature: 'territory', title: 'Voir la pépinière', dueOn: '2026-03-20' })
    expect(await caseRow(operator, number)).toMatchObject({ nextStep: 'do_action', nextOn: '2026-03-20' })
    await changeTogether(practitioner, [number], { geste: 'reporter', au: '2026-06-01' })
    const page = await shown(practitioner, number, 'dueOn')
    expect(page).toMatchObject({ form: 'update-action', now: '2026-06-01', back: { value: '2026-03-20' } })
    expect(await send(practitioner, page, { number })).toMatchObject({ kind: 'done' })
    expect(await caseRow(operator, number)).toMatchObject({ nextOn: '2026-03-20' })
  })
})

describe('what a passation changed is put back', () => {
  test('the owner of an action that it renamed', async ({ operator }) => {
    const lea = await operator.user('practitioner', { name: 'Léa Martin' })
    const tom = await operator.user('practitioner', { name: 'Tom Petit' })
    const { number } = await caseIn(operator, 'planning', lea)
    await lea.must(addAction, { number, nature: 'territory', title: 'Voir la pépinière', owner: 'Léa Martin' })
    const cases = [{ number, chosen: 'oui', brief: '' }]
    await lea.must(giveCases, { fromId: lea.userId, toId: tom.userId, cases })
    const page = await shown(tom, number, 'owner')
    expect(page).toMatchObject({ now: 'Tom Petit', back: { value: 'Léa Martin' } })
    expect(await send(tom, page, { number })).toMatchObject({ kind: 'done' })
    expect((await caseRow(operator, number)).practitionerId).toBe(tom.userId)
  })
})

describe('what was changed in an engineering is put back', () => {
  test('its days, and the actions that it carries out stay tied to it', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'in_progress')
    const typed = { number, title: 'Plan de trésorerie', newProvider: 'Cabinet Un', amount: '4 500,50' }
    const { engineeringId } = await practitioner.must(createEngineering, {
      ...typed,
      kind: 'individual',
      daysOrdered: '4,5',
    })
    const edited = { ...typed, engineeringId, version: 1, actionIds: [] }
    await practitioner.must(editEngineering, { ...edited, daysOrdered: '6', newProvider: 'Cabinet Deux' })
    const provider = await shown(practitioner, number, 'providerId')
    expect(Object.values(provider.texts).sort()).toEqual(['Cabinet Deux', 'Cabinet Un'])
    const page = await shown(practitioner, number, 'daysOrdered')
    expect(await send(practitioner, page, { number })).toMatchObject({ kind: 'done' })
    expect(await changesOf(practitioner, number)).toEqual([{ field: 'daysOrdered', before: '6', after: '4,5' }])
    // The provider's page was read before that: it is refused.
    expect(await send(practitioner, provider, { number })).toMatchObject({ kind: 'conflict' })
  })
})
