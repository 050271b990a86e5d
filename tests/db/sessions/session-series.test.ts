import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { events } from '#db/schema/journal.ts'
import { createCase, createEngineering } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

async function mission(operator: TestOperator) {
  const cases = [await createCase(operator), await createCase(operator, 'Vélo pour tous')]
  const engineeringId = await createEngineering(operator, cases)
  const consultant = await operator.consultant(engineeringId)
  const weekly = { engineeringId, status: 'planned', heldOn: '2026-03-16', days: '0,5', everyWeeks: '1', times: '4' }
  return { engineeringId, consultant, weekly }
}
const planOf = async (operator: TestOperator, engineeringId: string) => {
  const rows = await operator.inside(({ tx }) =>
    tx.select().from(sessions).where(eq(sessions.engineeringId, engineeringId)).orderBy(asc(sessions.heldOn)),
  )
  return rows.map(row => `${row.heldOn} ${row.status} ${row.beginsAt ?? ''} v${row.version}`.replace('  ', ' '))
}
const idsOf = (operator: TestOperator, engineeringId: string) =>
  operator.inside(async ({ tx }) => {
    const rows = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(eq(sessions.engineeringId, engineeringId))
      .orderBy(asc(sessions.heldOn))
    return rows.map(({ id }) => id)
  })

describe('a series of sessions', () => {
  test('is planned in one act, each session with its history', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    const outcome = await consultant.must(recordSession, { ...weekly, heldOn: '2026-03-09' })
    expect(outcome).toMatchObject({ planned: 4, leftQuarters: 16 })
    expect(await planOf(operator, engineeringId)).toEqual([
      '2026-03-09 planned v1',
      '2026-03-16 planned v1',
      '2026-03-23 planned v1',
      '2026-03-30 planned v1',
    ])
    for (const id of await idsOf(operator, engineeringId)) {
      const told = await operator.inside(({ tx }) => tx.select().from(events).where(eq(events.subjectId, id)))
      // One line for each of the two cases.
      expect(told.map(({ name }) => name)).toEqual(['session.planned', 'session.planned'])
    }
  })

  test('says on the form of each, with and without a network, on which days the others are', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    await consultant.must(recordSession, { ...weekly, holidays: 'keep' })
    await consultant.must(recordSession, { ...weekly, heldOn: '2026-04-20', everyWeeks: null, times: null })
    const [, sessionId] = await idsOf(operator, engineeringId)
    const form = await consultant.read(sessionForm, { engineeringId, sessionId })
    const days = ['2026-03-16', '2026-03-30', '2026-04-06']
    expect(form.kind === 'done' && [...(form.value.othersOn ?? [])].sort()).toEqual(days)
    const taken = await consultant.read(takeAlong)
    const planned = taken.kind === 'done' ? taken.value.missions.flatMap(mission => mission.planned) : []
    const same = planned.find(({ session }) => session?.id === sessionId)
    expect([...(same?.othersOn ?? [])].sort()).toEqual(days)
  })

  test('is left alone by a session of it that is held, whatever was chosen', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    await consultant.must(recordSession, { ...weekly, heldOn: '2026-03-09' })
    const [sessionId] = await idsOf(operator, engineeringId)
    const { everyWeeks: _every, times: _times, ...one } = weekly
    const held = {
      ...one,
      sessionId,
      version: 1,
      status: 'held',
      heldOn: '2026-03-10',
      beginsAt: '09:00',
      scope: 'all',
    }
    await consultant.must(correctSession, held)
    expect(await planOf(operator, engineeringId)).toEqual([
      '2026-03-10 held 09:00 v2',
      '2026-03-16 planned v1',
      '2026-03-23 planned v1',
      '2026-03-30 planned v1',
    ])
  })

  test('names the holidays that it meets, and leaves them out when told to', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    const met = { ...weekly, times: '5' }
    expect(await consultant.run(recordSession, met)).toMatchObject({
      failure: { tag: 'series-on-holidays', field: 'holidays', params: { days: '06/04/2026' } },
    })
    await consultant.must(recordSession, { ...met, holidays: 'skip' })
    expect((await planOf(operator, engineeringId)).map(row => row.slice(0, 10))).toEqual([
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
      '2026-04-13',
    ])
  })

  test('is planned as a whole or not at all, and says which field is too long', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    const beyond = { ...weekly, times: '30', holidays: 'keep' }
    expect(await consultant.run(recordSession, beyond)).toMatchObject({
      failure: { tag: 'session-outside-contract', field: 'times' },
    })
    const until = { ...weekly, times: '', until: '2026-07-31', holidays: 'keep' }
    expect(await consultant.run(recordSession, until)).toMatchObject({ failure: { field: 'until' } })
    expect(await planOf(operator, engineeringId)).toEqual([])
  })

  test('is changed for this one, for those that follow, or for all, and never where it was held', async ({
    operator,
  }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    await consultant.must(recordSession, { ...weekly, holidays: 'keep', heldOn: '2026-03-09', beginsAt: '09:00' })
    const [first = '', second = '', third = ''] = await idsOf(operator, engineeringId)
    const change = (sessionId: string, version: number, part: object) =>
      consultant.must(correctSession, {
        sessionId,
        version,
        status: 'planned',
        days: '0,5',
        beginsAt: '09:00',
        ...part,
      })
    await change(first, 1, { heldOn: '2026-03-09', status: 'held' })
    await change(second, 1, { heldOn: '2026-03-17', scope: 'this' })
    expect(await planOf(operator, engineeringId)).toEqual([
      '2026-03-09 held 09:00 v2',
      '2026-03-17 planned 09:00 v2',
      '2026-03-23 planned 09:00 v1',
      '2026-03-30 planned 09:00 v1',
    ])
    await change(third, 1, { heldOn: '2026-03-25', beginsAt: '14:00', scope: 'following' })
    expect(await planOf(operator, engineeringId)).toEqual([
      '2026-03-09 held 09:00 v2',
      '2026-03-17 planned 09:00 v2',
      '2026-03-25 planned 14:00 v2',
      '2026-04-01 planned 14:00 v2',
    ])
    await change(third, 2, { heldOn: '2026-03-25', status: 'cancelled', scope: 'all' })
    expect(await planOf(operator, engineeringId)).toEqual([
      '2026-03-09 held 09:00 v2',
      '2026-03-17 cancelled 09:00 v3',
      '2026-03-25 cancelled 09:00 v3',
      '2026-04-01 cancelled 09:00 v3',
    ])
    const told = await operator.inside(({ tx }) =>
      tx.select().from(events).where(eq(events.subjectId, second)).orderBy(asc(events.at)),
    )
    expect(new Set(told.map(({ name }) => name))).toEqual(
      new Set(['session.planned', 'session.corrected', 'session.cancelled']),
    )
  })

  test('is moved as a whole or not at all', async ({ operator }) => {
    const { engineeringId, consultant, weekly } = await mission(operator)
    await consultant.must(recordSession, { ...weekly, heldOn: '2026-06-08' })
    const [first = ''] = await idsOf(operator, engineeringId)
    const moved = { sessionId: first, version: 1, status: 'planned', days: '0,5', heldOn: '2026-06-10', scope: 'all' }
    expect(await consultant.run(correctSession, moved)).toMatchObject({
      failure: { tag: 'session-outside-contract', field: 'heldOn' },
    })
    expect((await planOf(operator, engineeringId)).map(row => row.slice(0, 10))).toEqual([
      '2026-06-08',
      '2026-06-15',
      '2026-06-22',
      '2026-06-29',
    ])
  })
})
