import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Outcome } from '#app/access/outcome.ts'
import { casePage } from '#app/features/accompaniments/case-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { openPage } from '#app/features/accompaniments/open-page.query.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { savePage } from '#app/features/follow-ups/save-page.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'

function answerOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const budget = { nature: 'self_action', title: 'Tenir un budget trimestriel' }
const board = { nature: 'territory', title: 'Ouvrir le conseil' }

/** A case with a plan of two actions, and its waves. */
async function aPlan(operator: TestOperator) {
  const of = await aCase(operator, { state: 'follow_up' })
  const practitioner = await operator.practitioner()
  const { number, accompanimentId } = of
  const { id: budgetId } = await practitioner.must(addAction, { number, ...budget })
  const { id: boardId } = await practitioner.must(addAction, { number, ...board })
  const wave = async (name: 'T1' | 'T2' | 'T3') => {
    const followUpId = await aFollowUp(operator, of, { wave: name, state: 'sent' })
    const token = await aLink(operator, { purpose: 'follow_up', subjectId: followUpId, accompanimentId })
    return { followUpId, contact: operator.contact(token) }
  }
  const views = async () => {
    const { actions } = answerOf(await practitioner.read(planPage, { number }))
    return actions.map(({ views }) => views.map(({ wave, status, word }) => ({ wave, status, word })))
  }
  return { ...of, practitioner, budgetId, boardId, wave, views }
}

describe('the plan of an organisation, months later', () => {
  test('is gone through by its link, page by page, and stands beside what the team holds', async ({ operator }) => {
    const { wave, views, budgetId, boardId, practitioner, number } = await aPlan(operator)
    const { contact } = await wave('T2')
    const asked = answerOf(await contact.read(personalLinkPage))
    expect(asked).toMatchObject({
      wave: {
        actions: [
          { id: budgetId, title: budget.title, known: 'to_do', saidAt: null },
          { id: boardId, title: board.title },
        ],
      },
    })
    await contact.must(savePage, { page: '1', standing: 'active', headcount: '9' })
    const said = { actions: { [budgetId]: 'done' }, actionWords: { [boardId]: 'Le président est parti.' } }
    await contact.must(savePage, { page: '3', ...said })
    // Nothing is read of it before it is sent.
    expect(await views()).toEqual([[], []])
    await contact.must(answerByLink, { unexpected: 'Un local prêté.' })
    expect(await views()).toEqual([
      [{ wave: 'T2', status: 'done', word: null }],
      [{ wave: 'T2', status: null, word: 'Le président est parti.' }],
    ])
    // What the team holds is the team's.
    expect(answerOf(await practitioner.read(planPage, { number })).actions.map(({ status }) => status)).toEqual([
      'to_do',
      'to_do',
    ])
  })

  test('is asked again at T3 beside what was said at T2, the latest view first', async ({ operator }) => {
    const { wave, views, budgetId } = await aPlan(operator)
    await (await wave('T2')).contact.must(answerByLink, { actions: { [budgetId]: 'in_progress' } })
    const { contact } = await wave('T3')
    expect(answerOf(await contact.read(personalLinkPage))).toMatchObject({
      wave: { actions: [{ id: budgetId, known: 'in_progress', saidAt: 'T2' }, {}] },
    })
    await contact.must(answerByLink, { actions: { [budgetId]: 'dropped' }, actionWords: { [budgetId]: 'Trop cher.' } })
    expect((await views())[0]).toEqual([
      { wave: 'T3', status: 'dropped', word: 'Trop cher.' },
      { wave: 'T2', status: 'in_progress', word: null },
    ])
  })

  test('is asked from T1 on, but not of an organisation that closed, nor of an action that was given up', async ({
    operator,
  }) => {
    const { wave, views, budgetId, boardId, practitioner, number } = await aPlan(operator)
    const first = await wave('T1')
    expect(answerOf(await first.contact.read(personalLinkPage))).toMatchObject({
      wave: { actions: [{ id: budgetId }, { id: boardId }] },
    })
    await first.contact.must(answerByLink, {
      actions: { [budgetId]: 'dropped' },
      actionWords: { [budgetId]: 'Faute de temps.' },
    })
    const closed = await wave('T2')
    await closed.contact.must(answerByLink, { standing: 'closed', actions: { [budgetId]: 'done' } })
    expect(await views()).toEqual([[{ wave: 'T1', status: 'dropped', word: 'Faute de temps.' }], []])
    await practitioner.must(updateAction, { number, actionId: boardId, version: 1, status: 'dropped', ...board })
    const last = await wave('T3')
    expect(answerOf(await last.contact.read(personalLinkPage))).toMatchObject({ wave: { actions: [{ id: budgetId }] } })
  })

  test('refuses where it cannot stand and a word that is too long, and lets go of an action that left', async ({
    operator,
  }) => {
    const { wave, views, budgetId, boardId, practitioner, number } = await aPlan(operator)
    const { contact } = await wave('T2')
    expect(await contact.run(savePage, { page: '3', actions: { [budgetId]: 'almost' } })).toMatchObject({
      kind: 'invalid',
      fields: { [`actions.${budgetId}`]: [{}] },
    })
    const long = { actionWords: { [budgetId]: 'a'.repeat(501) } }
    expect(await contact.run(answerByLink, long)).toMatchObject({ fields: { [`actionWords.${budgetId}`]: [{}] } })
    await contact.must(savePage, { page: '3', actions: { [boardId]: 'done', [budgetId]: 'unsaid' } })
    await practitioner.must(updateAction, { number, actionId: boardId, version: 1, status: 'dropped', ...board })
    await contact.must(answerByLink, { headcount: '9' })
    expect(await views()).toEqual([[], []])
  })

  test('is noted from a call as well', async ({ operator }) => {
    const { wave, views, budgetId, practitioner, number } = await aPlan(operator)
    const { followUpId } = await wave('T3')
    const call = { followUpId, number, answeredOn: testDay }
    expect(await practitioner.run(recordByPhone, call)).toMatchObject({ failure: { tag: 'follow-up-empty' } })
    await practitioner.must(recordByPhone, { ...call, actions: { [budgetId]: 'done' } })
    expect((await views())[0]).toEqual([{ wave: 'T3', status: 'done', word: null }])
    const { waves } = answerOf(await practitioner.read(followUpsPage, { number }))
    expect(waves[0]?.reviews).toEqual([{ actionId: budgetId, title: budget.title, status: 'done', word: null }])
  })
})

describe('a need told at a wave', () => {
  test('opens a case of the same organisation, and each case names the other', async ({ operator }) => {
    const { wave, practitioner, number, organisationId } = await aPlan(operator)
    const need = 'Trouver un second local.'
    await (await wave('T2')).contact.must(answerByLink, { newNeeds: need })
    const form = answerOf(await practitioner.read(openPage, { structure: organisationId, suite: number, vague: 'T2' }))
    expect(form.follows).toEqual({ number, wave: 'T2', need })
    const opened = await practitioner.must(openAccompaniment, {
      organisationId,
      programme: 'dla-individuel',
      follows: number,
      motive: need,
    })
    expect(answerOf(await practitioner.read(casePage, { number }))).toMatchObject({ followedBy: [opened.number] })
    expect(answerOf(await practitioner.read(casePage, { number: opened.number }))).toMatchObject({
      previous: number,
      followedBy: [],
    })
    expect(answerOf(await practitioner.read(followUpsPage, { number })).continuation?.followedBy).toEqual([
      opened.number,
    ])
    const told = await operator.inside(({ tx }) =>
      tx.select({ data: events.data }).from(events).where(eq(events.name, 'accompaniment.reopened')),
    )
    expect(told).toEqual([{ data: { number: opened.number, reason: need } }])
  })

  test('never goes on with the case of somebody else', async ({ operator }) => {
    const { practitioner, organisationId } = await aPlan(operator)
    const other = await aPlan(operator)
    const opening = { organisationId, programme: 'dla-individuel' }
    for (const follows of [other.number, '2020-0001'])
      expect(await practitioner.run(openAccompaniment, { ...opening, follows })).toMatchObject({
        failure: { tag: 'unknown-previous-case' },
      })
    const form = answerOf(await practitioner.read(openPage, { structure: organisationId, suite: other.number }))
    expect(form.follows).toBeNull()
  })
})
