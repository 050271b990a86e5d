import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { abandonAccompaniment } from '#app/features/accompaniments/abandon-accompaniment.command.server.ts'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { approvePlan } from '#app/features/accompaniments/approve-plan.command.server.ts'
import { casePage } from '#app/features/accompaniments/case-page.query.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { reopenAccompaniment } from '#app/features/accompaniments/reopen-accompaniment.command.server.ts'
import { resumeAccompaniment } from '#app/features/accompaniments/resume-accompaniment.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import { todayPage } from '#app/features/accompaniments/today-page.query.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { closeAccompaniment } from '#app/features/restitutions/close-accompaniment.command.server.ts'
import { enterFollowUp } from '#app/features/restitutions/enter-follow-up.command.server.ts'
import { holdRestitution } from '#app/features/restitutions/hold-restitution.command.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { caseIn, caseRow } from '../../harness/cases.ts'
import { type TestOperator, test } from '../../harness/operator.ts'

const wavesOf = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ wave: followUps.wave, plannedOn: followUps.plannedOn, state: followUps.state })
      .from(followUps)
      .where(and(eq(followUps.operatorId, operator.id), eq(followUps.accompanimentId, accompanimentId)))
      .orderBy(followUps.wave),
  )

describe('the path of a case', () => {
  test('goes from the first contact to the follow-up, and waits for its next wave', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'follow_up',
      intakeOn: '2026-01-12',
      diagnosticStartedOn: '2026-01-20',
      diagnosticValidatedOn: '2026-02-20',
      planApprovedOn: '2026-03-10',
      restitutionOn: '2026-03-11',
      nextStep: 'ask_follow_up',
      nextOn: '2026-03-11',
      nextDetail: 'T1',
    })
    // T3 is the earlier of diagnostic + 18 months and restitution + 12 months.
    expect(await wavesOf(operator, id)).toEqual([
      { wave: 'T1', plannedOn: '2026-03-11', state: 'planned' },
      { wave: 'T2', plannedOn: '2026-09-11', state: 'planned' },
      { wave: 'T3', plannedOn: '2027-03-11', state: 'planned' },
    ])
    const page = await practitioner.read(casePage, { number })
    expect(page).toMatchObject({ kind: 'done', value: { photo: { headcount: 8, strategy: 1 }, isMine: true } })
  })

  test('does not move without what its guards ask, and nothing of the attempt is kept', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'intake')
    const before = await caseRow(operator, number)
    expect(await practitioner.run(advanceCase, { number, transition: 'start_diagnostic' })).toEqual({
      kind: 'failed',
      failure: { tag: 'guards-block', params: { rule: 'eligibility_accepted', count: 3 } },
    })
    expect(await caseRow(operator, number)).toEqual(before)
  })

  test('passes a warning with a reason, which history keeps', async ({ operator }) => {
    const first = await caseIn(operator, 'diagnostic_validated')
    const { organisationId, practitioner, personId } = first
    const { number } = await practitioner.must(openAccompaniment, {
      organisationId,
      programme: 'dla-individuel',
      requestedOn: '2026-03-01',
    })
    await practitioner.must(advanceCase, { number, transition: 'hold_intake' })
    const { version } = await caseRow(operator, number)
    await practitioner.must(saveIntake, {
      number,
      version,
      contactPersonId: personId,
      requester: 'governance',
      noticeGivenOn: '2026-03-02',
      decision: 'eligible',
    })
    // Accompanied less than a year ago.
    expect(await practitioner.run(advanceCase, { number, transition: 'start_diagnostic' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'reason-needed', params: { rule: 'not_recently_accompanied' }, field: 'reason' },
    })
    await practitioner.must(advanceCase, { number, transition: 'start_diagnostic', reason: 'un autre besoin' })
    const history = await practitioner.read(historyPage, { number })
    expect(history.kind === 'done' && history.value.lines[0]).toMatchObject({
      name: 'accompaniment.moved',
      reason: 'un autre besoin',
      changes: [{ field: 'state', before: 'intake', after: 'diagnostic' }],
    })
  })

  test('lets an unfavourable opinion pass with its justification, since the committee only advises', async ({
    operator,
  }) => {
    const { number, practitioner } = await caseIn(operator, 'committee_review')
    const approve = () =>
      practitioner.run(approvePlan, { number, planApprovedOn: '2026-03-10', planApprovedBy: 'Aïcha Benali' })
    const opinion = async (more: object) =>
      practitioner.must(recordOpinion, { number, version: (await caseRow(operator, number)).version, ...more })
    expect(await approve()).toMatchObject({ failure: { params: { rule: 'opinion_recorded' } } })
    await opinion({ committeeOn: '2026-03-05', opinion: 'unfavourable' })
    expect(await approve()).toMatchObject({ failure: { params: { rule: 'unfavourable_justified' } } })
    await opinion({ committeeOn: '2026-03-05', opinion: 'unfavourable', opinionComment: 'le besoin presse' })
    expect(await approve()).toMatchObject({ kind: 'done', value: { to: 'plan_approved' } })
  })

  test('begins its plan with the first action after a validated diagnostic', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic_validated')
    await practitioner.must(addAction, { number, nature: 'territory', title: 'Rejoindre le PTCE' })
    expect((await caseRow(operator, number)).state).toBe('planning')
  })

  test('does not hold a restitution while actions wait, nor file a report that is not written', async ({
    operator,
  }) => {
    const started = await caseIn(operator, 'in_progress')
    expect(
      await started.practitioner.run(holdRestitution, { number: started.number, restitutionOn: '2026-03-11' }),
    ).toMatchObject({ failure: { params: { rule: 'actions_settled' } } })
    expect((await caseRow(operator, started.number)).restitutionOn).toBeNull()
    const held = await caseIn(operator, 'restitution')
    expect(await held.practitioner.run(enterFollowUp, { number: held.number })).toMatchObject({
      failure: { params: { rule: 'final_report_filed' } },
    })
    // The waves that the refusal had planned are taken back with it.
    expect(await wavesOf(operator, held.id)).toEqual([])
  })

  test('refuses a day that is to come', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'received')
    expect(await practitioner.run(advanceCase, { number, transition: 'hold_intake', on: '2026-03-13' })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'on' },
    })
  })
})

describe('off the path', () => {
  test('a suspended case waits for its day, then goes on where it was', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'diagnostic')
    expect(
      await practitioner.run(suspendAccompaniment, { number, reason: 'congé', resumeOn: '2026-03-12' }),
    ).toMatchObject({ failure: { tag: 'day-past' } })
    await practitioner.must(suspendAccompaniment, { number, reason: 'congé', resumeOn: '2026-06-01' })
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'suspended',
      nextStep: 'resume',
      nextOn: '2026-06-01',
    })
    expect(await practitioner.run(advanceCase, { number, transition: 'start_planning' })).toMatchObject({
      failure: { tag: 'no-such-way' },
    })
    await practitioner.must(resumeAccompaniment, { number })
    expect(await caseRow(operator, number)).toMatchObject({ state: 'diagnostic', resumeOn: null, suspendReason: null })
  })

  test('an abandoned case waits for nothing, cancels its waves, and is reopened as another', async ({ operator }) => {
    const { number, id, practitioner, organisationId } = await caseIn(operator, 'follow_up')
    await practitioner.must(abandonAccompaniment, { number, abandonReason: 'closed_down' })
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'abandoned',
      abandonedOn: '2026-03-12',
      abandonReason: 'closed_down',
      nextStep: null,
      nextOn: null,
    })
    expect((await wavesOf(operator, id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const reopened = await practitioner.must(reopenAccompaniment, { number, reason: 'une nouvelle équipe' })
    expect(await caseRow(operator, reopened.number)).toMatchObject({
      previousId: id,
      organisationId,
      channel: 'returning',
      state: 'received',
    })
    expect((await caseRow(operator, number)).state).toBe('abandoned')
  })

  test('closes only once the last wave is settled', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    const close = () => practitioner.run(closeAccompaniment, { number, outcome: 'partly' })
    expect(await close()).toMatchObject({ failure: { params: { rule: 'last_follow_up_settled' } } })
    await operator.inside(({ tx }) =>
      tx
        .update(followUps)
        .set({ state: 'answered', answeredOn: '2026-03-12' })
        .where(and(eq(followUps.operatorId, operator.id), eq(followUps.accompanimentId, id), eq(followUps.wave, 'T3'))),
    )
    expect(await close()).toMatchObject({ kind: 'done' })
    expect(await caseRow(operator, number)).toMatchObject({ state: 'closed', outcome: 'partly', nextStep: null })
    expect((await wavesOf(operator, id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'answered'])
  })
})

test('the caseload shows late cases first, and only one’s own', async ({ operator }) => {
  const mine = await operator.practitioner()
  const later = await caseIn(operator, 'committee_review', mine)
  const late = await caseIn(operator, 'received', mine)
  const other = await caseIn(operator, 'received')
  const numbers = async (vue?: string) => {
    const page = await mine.read(todayPage, vue ? { vue } : {})
    return page.kind === 'done' ? page.value.cases.map(({ number }) => number) : page
  }
  // Both are late on 12 March; the one received on 5 January has waited since the 12th.
  expect(await numbers()).toEqual([late.number, later.number])
  expect(await numbers('equipe')).toEqual([late.number, other.number, later.number])
})

test('a manager without cases of her own sees what waits for the team, unless she asks for hers', async ({
  operator,
}) => {
  const manager = await operator.manager()
  const waiting = await caseIn(operator, 'received')
  const seen = async (input: Record<string, string>) => {
    const page = await manager.read(todayPage, input)
    return page.kind === 'done' ? [page.value.view, ...page.value.cases.map(({ number }) => number)] : page
  }
  expect(await seen({})).toEqual(['team', waiting.number])
  expect(await seen({ vue: 'miens' })).toEqual(['mine'])
  const hers = await caseIn(operator, 'received', manager)
  expect(await seen({})).toEqual(['mine', hers.number])
})
