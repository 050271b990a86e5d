import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { createCase, createEngineering, heldSession, type TestCase } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const between = (beginsAt: string, endsAt: string) => ({ beginsAt, endsAt })
const morning = between('09:00', '12:00')

/** Two engineerings of one consultant, at one operator. */
async function twoMissions(operator: TestOperator) {
  const first = await createEngineering(operator, [await createCase(operator)])
  const second = await createEngineering(operator, [await createCase(operator, 'Le Fournil')])
  const consultant = await operator.consultant(first)
  await operator.grant(consultant.userId, 'consultant', { subjectId: second })
  return { first, second, consultant }
}

describe('the hours of a session', () => {
  test('are kept, corrected and shown', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const consultant = await operator.consultant(engineeringId)
    const { sessionId } = await consultant.must(recordSession, {
      ...heldSession(engineeringId),
      beginsAt: '9h30',
      endsAt: '12:00',
    })
    const shown = async () => {
      const page = await consultant.read(missionPage, { engineeringId })
      return page.kind === 'done' && page.value.sessions.map(({ beginsAt, endsAt }) => [beginsAt, endsAt])
    }
    expect(await shown()).toEqual([['09:30', '12:00']])
    await consultant.must(correctSession, { ...heldSession(engineeringId), sessionId, version: 1, beginsAt: '09:30' })
    expect(await shown()).toEqual([['09:30', null]])
  })

  test('refuse her in two places at once, whatever the mission', async ({ operator }) => {
    const { first, second, consultant } = await twoMissions(operator)
    const { sessionId } = await consultant.must(recordSession, { ...heldSession(first), ...morning })
    const met = await consultant.run(recordSession, { ...heldSession(second), ...between('11:00', '13:00') })
    expect(met).toMatchObject({ failure: { tag: 'session-overlaps', field: 'beginsAt', params: { from: '09:00' } } })
    // When, and not with whom: the answer names no case.
    expect(JSON.stringify(met)).not.toContain('Ruche')
    await consultant.must(recordSession, { ...heldSession(second), ...between('12:00', '13:00') })
    const same = { ...heldSession(first), ...between('08:00', '12:00'), sessionId, version: 1 }
    await consultant.must(correctSession, same)
    expect(await consultant.run(correctSession, { ...same, version: 2, ...between('08:00', '12:30') })).toMatchObject({
      failure: { tag: 'session-overlaps' },
    })
  })

  test('are free again once the other session is called off', async ({ operator }) => {
    const { first, second, consultant } = await twoMissions(operator)
    const { sessionId } = await consultant.must(recordSession, { ...heldSession(first), ...morning })
    const off = { ...heldSession(first), ...morning, sessionId, version: 1, status: 'cancelled' }
    await consultant.must(correctSession, off)
    await consultant.must(recordSession, { ...heldSession(second), ...morning })
    expect(await consultant.run(correctSession, { ...off, version: 2, status: 'held' })).toMatchObject({
      failure: { tag: 'session-overlaps' },
    })
  })

  test('let two consultants of one engineering work at the same time', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    for (const one of [await operator.consultant(engineeringId), await operator.consultant(engineeringId)])
      await one.must(recordSession, { ...heldSession(engineeringId), ...morning })
  })

  test('are the only consultant’s when a practitioner writes in her place', async ({ operator }) => {
    const { first, second, consultant } = await twoMissions(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(recordSession, { ...heldSession(first), ...morning })
    expect(await consultant.run(recordSession, { ...heldSession(second), ...morning })).toMatchObject({
      failure: { tag: 'session-overlaps' },
    })
  })

  test('give an hour asked for twice at once to one of two missions', async ({ operator }) => {
    const { first, second, consultant } = await twoMissions(operator)
    const outcomes = await Promise.all(
      [first, second].map(id => consultant.run(recordSession, { ...heldSession(id), ...morning })),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
  })

  test('say nothing of what she has at another operator', async ({ operator, foreign }) => {
    const here = await createEngineering(operator, [await createCase(operator)])
    const there = await createEngineering(foreign, [await createCase(foreign)])
    const consultant = await operator.consultant(here)
    const abroad = await foreign.grant(consultant.userId, 'consultant', { subjectId: there })
    await consultant.must(recordSession, { ...heldSession(here), ...morning })
    await abroad.must(recordSession, { ...heldSession(there), ...morning })
  })
})

describe('a case that is put aside', () => {
  const pause = (operator: TestOperator, { id }: TestCase) =>
    operator.inside(({ tx }) =>
      tx
        .update(accompaniments)
        .set({ suspendedOn: '2026-03-01', resumeOn: '2026-05-01' })
        .where(eq(accompaniments.id, id)),
    )

  test('asks why a session was held, and plans none before its return', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    await pause(operator, one)
    const consultant = await operator.consultant(engineeringId)
    const held = heldSession(engineeringId, [one])
    expect(await consultant.run(recordSession, held)).toMatchObject({
      failure: { tag: 'session-while-suspended', field: 'overrunReason' },
    })
    await consultant.must(recordSession, { ...held, overrunReason: 'Le bureau y tenait.' })
    const planned = (heldOn: string) => consultant.run(recordSession, { ...held, status: 'planned', heldOn })
    expect(await planned('2026-04-30')).toMatchObject({
      failure: { tag: 'session-planned-while-suspended', field: 'heldOn' },
    })
    expect((await planned('2026-05-01')).kind).toBe('done')
  })

  test('does not stop its cohort', async ({ operator }) => {
    const [one, other] = [await createCase(operator), await createCase(operator, 'Le Fournil')] as const
    const engineeringId = await createEngineering(operator, [one, other])
    await pause(operator, one)
    const consultant = await operator.consultant(engineeringId)
    await consultant.must(recordSession, heldSession(engineeringId, [other]))
  })
})
