import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { changeMany } from '#app/features/accompaniments/change-many.command.server.ts'
import { changeManyPage } from '#app/features/accompaniments/change-many-page.query.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { events, notifications } from '#db/schema/journal.ts'
import { caseIn, caseRow } from '#tests/harness/cases.ts'
import { aCase } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

async function previewOf(actor: TestActor, numbers: string[], asked: Record<string, unknown>) {
  const page = await actor.read(changeManyPage, { dossier: numbers, ...asked })
  if (page.kind !== 'done') throw new Error(JSON.stringify(page))
  return page.value
}

const eventsOf = (operator: TestOperator, accompanimentId: string, name: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ data: events.data })
      .from(events)
      .where(
        and(eq(events.operatorId, operator.id), eq(events.accompanimentId, accompanimentId), eq(events.name, name)),
      ),
  )

const waiting = { nextStep: 'hold_intake', nextFor: 'practitioner', nextOn: '2026-03-01' } as const

describe('several cases at once', () => {
  test('are handed over as the preview says: each with its history, one notice, and what has ended stays', async ({
    operator,
  }) => {
    const [lea, tom] = [await operator.practitioner(), await operator.practitioner()]
    const one = await aCase(operator, { practitionerId: lea.userId, ...waiting })
    const two = await aCase(operator, { practitionerId: lea.userId, ...waiting })
    const ended = await aCase(operator, { practitionerId: lea.userId, state: 'closed' })
    const numbers = [one.number, two.number, ended.number]
    const { preview, cases } = await previewOf(lea, numbers, { geste: 'confier', charge: tom.userId })
    expect(preview?.changed).toBe(2)
    expect(cases.find(({ number }) => number === ended.number)?.verdict).toEqual({ kind: 'refused', why: 'ended' })
    const input = { numbers, gesture: 'confier', practitionerId: tom.userId, seen: preview?.seen, reason: 'Congé' }
    // Sent twice by an impatient hand: done once.
    for (let sent = 0; sent < 2; sent++)
      expect(await lea.must(changeMany, input, { formKey: 'impatient-hand' })).toEqual({ changed: 2 })
    expect((await caseRow(operator, one.number)).practitionerId).toBe(tom.userId)
    expect((await caseRow(operator, ended.number)).practitionerId).toBe(lea.userId)
    expect(await eventsOf(operator, one.accompanimentId, 'accompaniment.handed-over')).toMatchObject([
      { data: { reason: 'Congé', changes: { practitionerId: [expect.any(String), expect.any(String)] } } },
    ])
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.userId, tom.userId)),
    )
    expect(told.map(({ kind, data }) => [kind, data])).toEqual([['accompaniment.many-handed-over', { number: '2' }]])
  })

  test('stay as they are when one of them has changed since the preview', async ({ operator }) => {
    const [lea, tom] = [await operator.practitioner(), await operator.practitioner()]
    const one = await aCase(operator, { practitionerId: lea.userId, ...waiting })
    const two = await aCase(operator, { practitionerId: lea.userId, ...waiting })
    const numbers = [one.number, two.number]
    const { preview } = await previewOf(lea, numbers, { geste: 'confier', charge: tom.userId })
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ state: 'closed' }).where(eq(accompaniments.number, two.number)),
    )
    const input = { numbers, gesture: 'confier', practitionerId: tom.userId, seen: preview?.seen }
    expect(await lea.run(changeMany, input)).toMatchObject({ failure: { tag: 'preview-changed' } })
    expect((await caseRow(operator, one.number)).practitionerId).toBe(lea.userId)
  })

  test('name agreements beside those that they have', async ({ operator }) => {
    const lea = await operator.practitioner()
    const [one, two] = [await aCase(operator), await aCase(operator)]
    const numbers = [one.number, two.number]
    const { agreementId, code } = await anAgreement(operator)
    const asked = { geste: 'conventions', convention: [agreementId], comment: 'ajouter' }
    const { preview } = await previewOf(lea, numbers, asked)
    const input = { numbers, gesture: 'conventions', agreements: [agreementId], how: 'ajouter', seen: preview?.seen }
    expect(await lea.must(changeMany, input)).toEqual({ changed: 2 })
    const again = await previewOf(lea, numbers, asked)
    expect(again.cases.map(({ verdict }) => verdict?.kind)).toEqual(['same', 'same'])
    expect(await eventsOf(operator, two.accompanimentId, 'accompaniment.agreements-chosen')).toMatchObject([
      { data: { changes: { agreements: [null, code] } } },
    ])
  })

  test('of another operator are not found, even among hers', async ({ operator, foreign }) => {
    const lea = await operator.practitioner()
    const mine = await aCase(operator, waiting)
    const theirs = await aCase(foreign, waiting)
    const numbers = [mine.number, theirs.number]
    expect((await previewOf(lea, numbers, {})).cases.map(({ number }) => number)).toEqual([mine.number])
    const input = { numbers, gesture: 'reporter', to: '2026-06-01', seen: 'x' }
    expect((await lea.run(changeMany, input)).kind).toBe('not-found')
  })
})

describe('a step that is put off', () => {
  async function putOff(actor: TestActor, number: string, to: string) {
    const { preview } = await previewOf(actor, [number], { geste: 'reporter', au: to })
    return actor.must(changeMany, { numbers: [number], gesture: 'reporter', to, seen: preview?.seen })
  }

  test('stays so while the case waits for it, and no longer', async ({ operator }) => {
    const opened = await caseIn(operator)
    await putOff(opened.practitioner, opened.number, '2026-05-04')
    const today = day('2026-03-12')
    if (!today) throw new Error('a day')
    await operator.inside(({ tx }) => refreshNextSteps(tx, operator.id, [opened.id], today))
    expect(await caseRow(operator, opened.number)).toMatchObject({ nextStep: 'hold_intake', nextOn: '2026-05-04' })
    await opened.practitioner.must(advanceCase, { number: opened.number, transition: 'hold_intake', on: '2026-03-12' })
    expect(await caseRow(operator, opened.number)).toMatchObject({
      nextStep: 'decide_eligibility',
      nextOn: '2026-03-27',
      postponedTo: null,
    })
  })

  test('moves the day of the action that it is', async ({ operator }) => {
    const opened = await caseIn(operator, 'in_progress')
    const page = await opened.practitioner.read(planPage, { number: opened.number })
    const action = page.kind === 'done' ? page.value.actions[0] : undefined
    if (!action) throw new Error('no action')
    const { id: actionId, version, nature, title } = action
    const values = { number: opened.number, actionId, nature, title, status: 'to_do' }
    await opened.practitioner.must(updateAction, { ...values, version, dueOn: '2026-03-20' })
    await putOff(opened.practitioner, opened.number, '2026-05-04')
    const after = await opened.practitioner.read(planPage, { number: opened.number })
    expect(after.kind === 'done' && after.value.actions[0]?.dueOn).toBe('2026-05-04')
    expect((await caseRow(operator, opened.number)).nextOn).toBe('2026-05-04')
    // Whoever had the plan open before is told, and overwrites nothing.
    const late = await opened.practitioner.run(updateAction, { ...values, version: version + 1, dueOn: '2026-03-20' })
    expect(late.kind).toBe('conflict')
  })
})
