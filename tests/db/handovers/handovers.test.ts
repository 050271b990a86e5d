import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { giveCases } from '#app/features/handovers/give-cases.command.server.ts'
import { handoverPage } from '#app/features/handovers/handover-page.query.server.ts'
import { newHandoverPage } from '#app/features/handovers/new-handover-page.query.server.ts'
import { undoHandover } from '#app/features/handovers/undo-handover.command.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { notifications } from '#db/schema/journal.ts'
import { caseRow } from '#tests/harness/cases.ts'
import { aCase, type CaseFixture } from '#tests/harness/factories/accompaniment.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const waiting = { nextStep: 'hold_intake', nextFor: 'practitioner', nextOn: '2026-03-01' } as const
const daysLater = (days: number) => ({ clock: () => new Date(testClock().getTime() + days * 86_400_000) })

/** Léa, who leaves with her cases, each with an action of hers and a reminder that she has not read; and Tom. */
async function leaving(operator: TestOperator, count: number) {
  const [lea, tom] = [
    await operator.user('practitioner', { name: 'Léa Martin' }),
    await operator.user('practitioner', { name: 'Tom Petit' }),
  ]
  const cases: CaseFixture[] = []
  for (let n = 0; n < count; n++) {
    const one = await aCase(operator, { practitionerId: lea.userId, ...waiting })
    await operator.inside(async ({ tx, now }) => {
      const action = { operatorId: operator.id, accompanimentId: one.accompanimentId, nature: 'self_action' as const }
      await tx.insert(planActions).values([
        { ...action, id: newId(), title: 'Rappeler la banque', owner: 'Léa Martin' },
        { ...action, id: newId(), title: 'Voter le budget', owner: 'La présidente' },
      ])
      await notify(tx, operator.id, now, {
        userId: lea.userId,
        kind: 'reminder',
        accompanimentId: one.accompanimentId,
        data: { number: one.number, fr: 'Premier rendez-vous', en: 'First meeting' },
        address: `/o/${operator.slug}/accompagnements/${one.number}`,
      })
    })
    cases.push(one)
  }
  const input = {
    fromId: lea.userId,
    toId: tom.userId,
    cases: cases.map(({ number }) => ({ number, chosen: 'oui', brief: `Brief de ${number}` })),
  }
  return { lea, tom, cases, input }
}

const stateOf = (operator: TestOperator, { accompanimentId, number }: CaseFixture) =>
  operator.inside(async ({ tx }) => ({
    holder: (await caseRow(operator, number)).practitionerId,
    owners: (
      await tx
        .select({ owner: planActions.owner })
        .from(planActions)
        .where(and(eq(planActions.operatorId, operator.id), eq(planActions.accompanimentId, accompanimentId)))
        .orderBy(planActions.title)
    ).map(({ owner }) => owner),
    reminded: (
      await tx
        .select({ userId: notifications.userId })
        .from(notifications)
        .where(and(eq(notifications.accompanimentId, accompanimentId), eq(notifications.kind, 'reminder')))
    ).map(({ userId }) => userId),
  }))

describe('a passation', () => {
  test('moves forty cases, their actions, their reminders and a brief for each; and back', async ({ operator }) => {
    const { lea, tom, cases, input } = await leaving(operator, 40)
    const { handoverId } = await lea.must(giveCases, input, { formKey: 'forty-cases' })
    for (const one of cases)
      expect(await stateOf(operator, one)).toEqual({
        holder: tom.userId,
        owners: ['Tom Petit', 'La présidente'],
        reminded: [tom.userId],
      })
    const [first] = cases
    if (!first) throw new Error('no case')
    const line = await tom.read(timelinePage, { number: first.number })
    expect(line.kind === 'done' && line.value.entries.map(({ note }) => note?.body)).toContain(
      `Brief de ${first.number}`,
    )
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.kind, 'accompaniment.many-handed-over')),
    )
    expect(told.map(({ userId, data }) => [userId, data])).toEqual([[tom.userId, { number: '40' }]])
    expect(await lea.must(undoHandover, { handoverId }, daysLater(7))).toEqual({ returned: 40 })
    for (const one of cases)
      expect(await stateOf(operator, one)).toEqual({
        holder: lea.userId,
        owners: ['Léa Martin', 'La présidente'],
        reminded: [lea.userId],
      })
  })

  test('leaves where it is what was given on since, and goes back once, within seven days', async ({ operator }) => {
    const { lea, tom, cases, input } = await leaving(operator, 2)
    const third = await operator.practitioner()
    const { handoverId } = await lea.must(giveCases, input)
    const [kept, givenOn] = cases
    if (!kept || !givenOn) throw new Error('no case')
    await tom.must(handOver, { number: givenOn.number, practitionerId: third.userId })
    expect(await lea.run(undoHandover, { handoverId }, daysLater(8))).toMatchObject({
      failure: { tag: 'handover-too-old' },
    })
    expect((await third.run(undoHandover, { handoverId })).kind).toBe('not-found')
    expect(await tom.must(undoHandover, { handoverId })).toEqual({ returned: 1 })
    expect((await caseRow(operator, givenOn.number)).practitionerId).toBe(third.userId)
    expect((await caseRow(operator, kept.number)).practitionerId).toBe(lea.userId)
    expect(await tom.run(undoHandover, { handoverId })).toMatchObject({ failure: { tag: 'handover-undone' } })
    const page = await third.read(handoverPage, { handoverId })
    expect(page.kind === 'done' && page.value).toMatchObject({ canUndo: false, cases: [{}, {}] })
  })

  test('gives only what is hers, and only to somebody of the team', async ({ operator, foreign }) => {
    const { lea, tom, input } = await leaving(operator, 1)
    const consultant = await operator.user('consultant', { subjectId: newId() })
    const theirs = await aCase(operator, { practitionerId: tom.userId, ...waiting })
    const elsewhere = await aCase(foreign, waiting)
    const give = (more: object) => lea.run(giveCases, { ...input, ...more })
    expect((await tom.run(giveCases, input)).kind).toBe('not-found')
    expect(await give({ toId: lea.userId })).toMatchObject({ failure: { tag: 'same-person', field: 'toId' } })
    expect(await give({ toId: consultant.userId })).toMatchObject({ failure: { tag: 'unknown-practitioner' } })
    expect(await give({ cases: [{ number: theirs.number, chosen: 'oui' }] })).toMatchObject({
      failure: { tag: 'case-not-hers', params: { number: theirs.number } },
    })
    expect((await give({ cases: [{ number: elsewhere.number, chosen: 'oui' }] })).kind).toBe('not-found')
    expect(await give({ cases: [{ number: theirs.number }] })).toMatchObject({
      failure: { tag: 'nothing-to-hand-over' },
    })
  })

  test('lets a manager choose whose cases, and a practitioner only her own', async ({ operator }) => {
    const { lea, tom, cases } = await leaving(operator, 1)
    await aCase(operator, { practitionerId: lea.userId, state: 'closed' })
    const manager = await operator.user('manager')
    const seen = async (actor: typeof lea, de: string) => {
      const page = await actor.read(newHandoverPage, { de })
      if (page.kind !== 'done') throw new Error(page.kind)
      return { from: page.value.from?.id, cases: page.value.cases.map(({ number }) => number) }
    }
    expect(await seen(manager, lea.userId)).toEqual({ from: lea.userId, cases: [cases[0]?.number] })
    expect(await seen(lea, lea.userId)).toEqual({ from: lea.userId, cases: [cases[0]?.number] })
    expect(await seen(tom, lea.userId)).toEqual({ from: undefined, cases: [] })
  })
})
