import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { attachCase } from '#app/features/steps/attach-case.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { takeStep } from '#app/features/steps/take-step.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { caseRow } from '../../harness/cases.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'
import { coachingCase } from '../../harness/samples/steps.ts'

const framing = {
  framing_goal: 'Déléguer sans tout relire',
  framing_sessions: '6',
  framing_agreed_on: '2026-03-10',
  framing_three: 'no',
  self_ease: '1',
  self_decide: '2',
}

async function valuesOf(actor: TestActor, number: string, step: string) {
  const page = await actor.read(stepPage, { number, step })
  return page.kind === 'done' ? page.value : null
}

async function waves(operator: TestOperator, number: string) {
  const { id } = await caseRow(operator, number)
  return operator.inside(({ tx }) =>
    tx
      .select({ wave: followUps.wave, plannedOn: followUps.plannedOn })
      .from(followUps)
      .where(and(eq(followUps.operatorId, operator.id), eq(followUps.accompanimentId, id)))
      .orderBy(followUps.wave),
  )
}

describe('the answers of a step', () => {
  test('are refused field by field, and nothing is written', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const answers = {
      framing_sessions: 'beaucoup',
      framing_three: 'maybe',
      self_ease: '5',
      framing_agreed_on: '31/02/2026',
    }
    expect(await practitioner.run(saveAnswers, { number, step: 'framing', version: 0, answers })).toEqual({
      kind: 'invalid',
      fields: {
        'answers.framing_sessions': ['input.not-a-number'],
        'answers.framing_agreed_on': ['input.not-a-date'],
        'answers.framing_three': ['input.not-in-list'],
        'answers.self_ease': ['input.too-big|max=4'],
      },
    })
    const unknown = await practitioner.run(saveAnswers, {
      number,
      step: 'framing',
      version: 0,
      answers: { other: 'x' },
    })
    expect(unknown).toMatchObject({ kind: 'invalid', fields: { '': ['input.unknown-field'] } })
    expect((await valuesOf(practitioner, number, 'framing'))?.version).toBe(0)
  })

  test('are kept when somebody saved first: both texts are given back', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const other = await operator.practitioner()
    const save = (actor: TestActor, framing_goal: string) =>
      actor.run(saveAnswers, { number, step: 'framing', version: 0, answers: { framing_goal } })
    await save(other, 'Oser demander')
    expect(await save(practitioner, 'Déléguer')).toMatchObject({
      kind: 'conflict',
      current: { version: 1, values: { 'answers.framing_goal': 'Oser demander' }, changedBy: expect.any(String) },
    })
  })

  test('that are confidential are read by their author alone, and history never holds them', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const secret = 'Elle pense à partir.'
    const answers = { sessions_held: '2', sessions_notes: secret }
    await practitioner.must(saveAnswers, { number, step: 'sessions', version: 0, answers })
    expect((await valuesOf(practitioner, number, 'sessions'))?.values).toMatchObject({ sessions_notes: secret })
    for (const other of [await operator.manager(), await operator.practitioner()]) {
      expect((await valuesOf(other, number, 'sessions'))?.values).toMatchObject({
        sessions_held: '2',
        sessions_notes: '',
      })
      expect(JSON.stringify(await other.read(historyPage, { number }))).not.toContain(secret)
    }
    // Somebody else's notes are others: neither is lost.
    const manager = await operator.manager()
    await manager.must(saveAnswers, {
      number,
      step: 'sessions',
      version: 1,
      answers: { sessions_held: '2', sessions_notes: 'Vu.' },
    })
    expect((await valuesOf(practitioner, number, 'sessions'))?.values.sessions_notes).toBe(secret)
  })

  test('leave their values before and after in the history, in words', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const save = (version: number, framing_three: string) =>
      practitioner.must(saveAnswers, { number, step: 'framing', version, answers: { framing_three } })
    await save(0, 'no')
    await save(1, 'yes')
    const page = await practitioner.read(historyPage, { number })
    expect(page.kind === 'done' && page.value.lines[0]?.changes).toEqual([
      { field: 'Employeur associé au cadrage', before: 'Non', after: 'Oui' },
    ])
  })
})

describe('the ways on of a programme that is data', () => {
  test('wait for the expected answers, then go, and plan the waves', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const take = (transition: string) => practitioner.run(takeStep, { number, transition })
    expect(await take('leave_received')).toMatchObject({ kind: 'done', value: { to: 'intake', tab: 'etapes/framing' } })
    expect(await take('leave_intake')).toMatchObject({ kind: 'failed', failure: { tag: 'guards-block' } })
    await practitioner.must(saveAnswers, { number, step: 'framing', version: 0, answers: framing })
    for (const state of ['intake', 'diagnostic_validated', 'plan_approved'])
      await practitioner.must(takeStep, { number, transition: `leave_${state}` })
    const held = { sessions_held: '6', sessions_last_on: '2026-03-11' }
    await practitioner.must(saveAnswers, { number, step: 'sessions', version: 0, answers: held })
    await practitioner.must(takeStep, { number, transition: 'leave_in_progress' })
    const closure = { closure_goal: '3', closure_useful: '9' }
    await practitioner.must(saveAnswers, { number, step: 'closure', version: 0, answers: closure })
    await practitioner.must(takeStep, { number, transition: 'enter_waves', on: '2026-03-11' })
    expect(await waves(operator, number)).toEqual([
      { wave: 'T1', plannedOn: '2026-03-11' },
      { wave: 'T2', plannedOn: '2026-09-11' },
    ])
    expect(await take('close_case')).toMatchObject({ kind: 'failed', failure: { tag: 'reason-needed' } })
    await practitioner.must(takeStep, { number, transition: 'close_case', reason: 'elle a changé de métier' })
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'closed',
      intakeOn: '2026-03-12',
      closedOn: '2026-03-12',
    })
  })

  test('are not those of a command of its own', async ({ operator }) => {
    const { practitioner, organisationId } = await coachingCase(operator)
    const { number } = await practitioner.must(openAccompaniment, { organisationId, programme: 'dla-individuel' })
    expect(await practitioner.run(takeStep, { number, transition: 'abandon', reason: 'x' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'no-such-way' },
    })
  })

  test('say what the case waits for, in the words of the programme', async ({ operator }) => {
    const { number } = await coachingCase(operator)
    expect(await caseRow(operator, number)).toMatchObject({
      nextStep: 'of_state',
      nextFor: 'practitioner',
      nextOn: '2026-03-27',
      nextDetail: 'Rencontrer la personne\nMeet the person',
    })
  })
})

describe('a project without organisation', () => {
  test('opens under its own name, where the programme allows it, and is attached later', async ({ operator }) => {
    const { organisationId, practitioner } = await coachingCase(operator)
    const open = (input: Record<string, unknown>) => practitioner.run(openAccompaniment, input)
    expect(await open({ programme: 'coaching', title: 'x' })).toMatchObject({ failure: { tag: 'needs-organisation' } })
    expect(await open({ programme: 'fabrique-a-initiatives' })).toMatchObject({ failure: { tag: 'needs-title' } })
    const { number } = await practitioner.must(openAccompaniment, {
      programme: 'fabrique-a-initiatives',
      title: 'Garage solidaire',
    })
    const { version } = await caseRow(operator, number)
    await practitioner.must(attachCase, { number, version, organisationId })
    expect(await caseRow(operator, number)).toMatchObject({ organisationId, title: 'Garage solidaire' })
    const [row] = await operator.inside(({ tx }) =>
      tx
        .select({ person: accompaniments.contactPersonId })
        .from(accompaniments)
        .where(eq(accompaniments.number, number)),
    )
    expect(row?.person).not.toBeNull()
  })
})
