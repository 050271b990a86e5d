import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { closeCohort } from '#app/features/cohorts/close-cohort.command.server.ts'
import { cohortPage } from '#app/features/cohorts/cohort-page.query.server.ts'
import { explainLimit } from '#app/features/cohorts/explain-limit.command.server.ts'
import { saveCohort } from '#app/features/cohorts/save-cohort.command.server.ts'
import { saveEnrolment } from '#app/features/cohorts/save-enrolment.command.server.ts'
import { saveReview } from '#app/features/cohorts/save-review.command.server.ts'
import { saveWork } from '#app/features/cohorts/save-work.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { atOnce, createCase, createEngineering, heldSession } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

async function aGroup(operator: TestOperator) {
  const cases = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Le Fournil')]
  return { cases, engineeringId: await createEngineering(operator, cases, { daysOrdered: 11 }) }
}
const pageOf = async (actor: TestActor, engineeringId: string) => {
  const read = await actor.read(cohortPage, { engineeringId })
  if (read.kind !== 'done') throw new Error(read.kind)
  return read.value
}

describe('a collective engineering as a group', () => {
  test('is warned by the guide, gives its reasons, and closes once each member is reviewed or gone', async ({
    operator,
  }) => {
    const { cases, engineeringId } = await aGroup(operator)
    const [one, other] = cases
    await operator.inside(({ tx }) =>
      tx
        .update(organisations)
        .set({ foundedOn: '2025-01-01', employer: false })
        .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, other?.organisationId ?? ''))),
    )
    const practitioner = await operator.practitioner()
    await practitioner.must(recordSession, { ...heldSession(engineeringId, cases), kind: 'collective', days: '1' })
    const before = await pageOf(practitioner, engineeringId)
    const codes = before.limits.map(({ code }) => code)
    expect(codes).toEqual([
      ...['too-few', 'young-organisations', 'not-employers', 'no-leader', 'no-governance', 'governance-absent'],
      ...['charter-unsigned', 'work-missing', 'no-awareness'],
    ])
    expect(before.limits.find(({ code }) => code === 'not-employers')?.params).toEqual({ names: 'Le Fournil' })

    const of = (member: typeof one) => ({ engineeringId, accompanimentId: member?.id, version: 0 })
    const who = { leader: 'Inès Caron', governance: 'Jeanne Martin', charterSignedOn: '2026-03-02' }
    await practitioner.must(saveEnrolment, { ...of(one), ...who })
    await practitioner.must(saveWork, { ...of(one), phase: '0', title: 'État des missions', withGovernance: 'oui' })
    expect(await practitioner.run(saveEnrolment, { ...of(other), withdrawnOn: '2026-03-10' })).toMatchObject({
      failure: { tag: 'withdrawal-unexplained', field: 'withdrawalReason' },
    })
    await practitioner.must(saveEnrolment, { ...of(other), withdrawnOn: '2026-03-10', withdrawalReason: 'Fusion.' })
    const closing = { engineeringId, version: 0, closedOn: '2026-03-12' }
    expect(await practitioner.run(closeCohort, closing)).toMatchObject({
      failure: { tag: 'reviews-missing', params: { names: 'Terre et Partage' } },
    })
    const review = { heldOn: '2026-03-11', conclusions: 'Deux recettes nouvelles.', thirdPerson: 'Une partenaire' }
    await practitioner.must(saveReview, { ...of(one), ...review })
    const left = (await pageOf(practitioner, engineeringId)).limits.map(({ code }) => code)
    expect(left).toEqual(['too-few', 'no-awareness'])
    expect(await practitioner.run(closeCohort, closing)).toMatchObject({
      failure: { tag: 'limits-unexplained', params: { count: 2 } },
    })
    for (const limit of left)
      await practitioner.must(explainLimit, { engineeringId, limit, reason: 'Petit territoire.' })
    await practitioner.must(closeCohort, closing)
    const after = await pageOf(practitioner, engineeringId)
    expect(after.cohort.closedOn).toBe('2026-03-12')
    expect(after.limits.map(({ reason }) => reason)).toEqual(['Petit territoire.', 'Petit territoire.'])
    const told = await operator.inside(({ tx }) =>
      tx.select({ id: events.id }).from(events).where(eq(events.name, 'cohort.closed')),
    )
    expect(told).toHaveLength(2)
  })

  test('is written by one at a time, member by member', async ({ operator }) => {
    const { cases, engineeringId } = await aGroup(operator)
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const enrol = (leader: string) => ({ engineeringId, accompanimentId: cases[0]?.id, version: 0, leader })
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(saveEnrolment, enrol('Inès Caron')),
      () => manager.run(saveEnrolment, enrol('Paul Marchand')),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({ current: { version: 1 } })
  })

  test('completes another group of the operator, and none of somebody else', async ({ operator, foreign }) => {
    const { engineeringId } = await aGroup(operator)
    const theirs = await createEngineering(foreign, [await createCase(foreign)], { kind: 'collective' })
    const own = await createEngineering(operator, [await createCase(operator)], { kind: 'collective' })
    const practitioner = await operator.practitioner()
    const group = { engineeringId, version: 0, grouping: 'thematic', minimum: '2' }
    expect(await practitioner.run(saveCohort, { ...group, complementsId: theirs })).toMatchObject({
      failure: { tag: 'unknown-cohort', field: 'complementsId' },
    })
    await practitioner.must(saveCohort, group)
    const alone = (await pageOf(practitioner, engineeringId)).limits.map(({ code }) => code)
    expect(alone).toContain('thematic-alone')
    await practitioner.must(saveCohort, { ...group, version: 1, complementsId: own })
    expect((await pageOf(practitioner, engineeringId)).limits.map(({ code }) => code)).not.toContain('thematic-alone')
  })

  test('is not what an individual engineering has', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const practitioner = await operator.practitioner()
    expect(await practitioner.read(cohortPage, { engineeringId })).toEqual({ kind: 'not-found' })
  })
})
