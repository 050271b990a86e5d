import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { remindConsultant } from '#app/features/weeks/remind-consultant.command.server.ts'
import { weekPage } from '#app/features/weeks/week-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { sessionLines, sessions } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

async function followedCase(operator: TestOperator, practitioner: TestActor, name?: string) {
  const one = await createCase(operator, name)
  await operator.inside(({ tx }) =>
    tx.update(accompaniments).set({ practitionerId: practitioner.userId }).where(eq(accompaniments.id, one.id)),
  )
  return { one, engineeringId: await createEngineering(operator, [one]) }
}

async function weekOf(actor: TestActor, input: Record<string, string> = {}) {
  const outcome = await actor.read(weekPage, input)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const reminders = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), eq(sends.message, 'session.report'))),
  )

describe('the sessions of a practitioner', () => {
  test('are those of the cases that she follows, week by week', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { one, engineeringId } = await followedCase(operator, practitioner, 'Le Fournil')
    const consultant = await operator.consultant(engineeringId)
    const other = await followedCase(operator, await operator.practitioner(), 'La Ruche')
    const held = { decision: 'Dit' }
    const monday = await createSession(operator, engineeringId, { heldOn: '2026-03-09', ...held })
    const sunday = await createSession(operator, engineeringId, { heldOn: '2026-03-15', status: 'planned' })
    await createSession(operator, engineeringId, { heldOn: '2026-03-16', status: 'planned' })
    await createSession(operator, other.engineeringId, { heldOn: '2026-03-10', ...held })
    const week = await weekOf(practitioner)
    expect(week.monday).toBe('2026-03-09')
    expect(week.sessions.map(({ id }) => id)).toEqual([monday, sunday])
    expect(week.sessions[0]).toMatchObject({
      cases: [{ number: one.number, name: 'Le Fournil' }],
      consultants: [{ userId: consultant.userId }],
      missing: null,
    })
    expect((await weekOf(practitioner, { semaine: '2026-03-18' })).sessions).toHaveLength(1)
    // Of a colleague's cases, when she asks for them.
    const [whose] = (await weekOf(practitioner)).team.filter(({ id }) => id !== practitioner.userId)
    expect((await weekOf(practitioner, { charge: whose?.id ?? '' })).sessions).toHaveLength(1)
  })

  test('are a list too: planned and held, from thirty days back, page by page', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId } = await followedCase(operator, practitioner)
    await createSession(operator, engineeringId, { heldOn: '2026-02-09' })
    await createSession(operator, engineeringId, { heldOn: '2026-03-20', status: 'cancelled' })
    for (let at = 0; at < 51; at++)
      await createSession(operator, engineeringId, { heldOn: '2026-02-10', decision: 'Dit' })
    const list = await weekOf(practitioner, { vue: 'liste' })
    expect([list.total, list.sessions.length]).toEqual([51, 50])
    expect((await weekOf(practitioner, { vue: 'liste', page: '2' })).sessions).toHaveLength(1)
  })
})

describe('a session without news', () => {
  test('is shown until it is told, called off, or its engineering is', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId } = await followedCase(operator, practitioner)
    const planned = await createSession(operator, engineeringId, { heldOn: '2026-03-01', status: 'planned' })
    const silent = await createSession(operator, engineeringId, { heldOn: '2026-02-01' })
    await createSession(operator, engineeringId, { heldOn: '2026-03-12', status: 'planned' })
    const missing = async () => (await weekOf(practitioner)).missing.map(({ id, missing: what }) => [id, what])
    expect(await missing()).toEqual([
      [silent, 'report'],
      [planned, 'confirm'],
    ])
    const change = (id: string, set: Partial<typeof sessions.$inferInsert>) =>
      operator.inside(({ tx }) => tx.update(sessions).set(set).where(eq(sessions.id, id)))
    await operator.inside(({ tx }) =>
      tx.insert(sessionLines).values({
        operatorId: operator.id,
        id: newId(),
        engineeringId,
        sessionId: silent,
        kind: 'decision',
        position: 0,
        text: 'Dit',
      }),
    )
    await change(planned, { status: 'cancelled' })
    expect(await missing()).toEqual([])
  })

  test('is asked of its consultant once a day, whoever asks, and the page says when', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId } = await followedCase(operator, practitioner)
    const consultant = await operator.user('consultant', { subjectId: engineeringId, name: 'Jeanne Roux' })
    const sessionId = await createSession(operator, engineeringId, { heldOn: '2026-03-01', status: 'planned' })
    expect(await practitioner.must(remindConsultant, { sessionId })).toEqual({ names: 'Jeanne Roux' })
    const again = await (await operator.manager()).run(remindConsultant, { sessionId })
    expect(again).toMatchObject({ kind: 'failed', failure: { tag: 'reminded-today' } })
    expect(await reminders(operator)).toMatchObject([
      { recipientUserId: consultant.userId, payload: { sessionId, userId: consultant.userId } },
    ])
    expect((await weekOf(practitioner)).reminded).toEqual([{ sessionId, name: 'Jeanne Roux', on: '2026-03-12' }])
    const tomorrow = () => new Date(testClock().getTime() + 86_400_000)
    await practitioner.must(remindConsultant, { sessionId }, { clock: tomorrow })
    expect(await reminders(operator)).toHaveLength(2)
  })

  test('is asked of the one whose session it is, when several work there', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId } = await followedCase(operator, practitioner)
    const consultant = await operator.user('consultant', { subjectId: engineeringId, name: 'Jeanne Roux' })
    await operator.consultant(engineeringId)
    const session = { heldOn: '2026-03-01', status: 'planned', consultantId: consultant.userId } as const
    const sessionId = await createSession(operator, engineeringId, session)
    expect(await practitioner.must(remindConsultant, { sessionId })).toEqual({ names: 'Jeanne Roux' })
  })

  test('is asked of nobody who has no access any more, nor when nothing is missing', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId } = await followedCase(operator, practitioner)
    const consultant = await operator.consultant(engineeringId)
    const sessionId = await createSession(operator, engineeringId, { heldOn: '2026-03-01', status: 'planned' })
    const coming = await createSession(operator, engineeringId, { heldOn: '2026-03-13', status: 'planned' })
    expect(await practitioner.run(remindConsultant, { sessionId: coming })).toMatchObject({
      failure: { tag: 'report-not-missing' },
    })
    await operator.inside(({ tx }) =>
      tx.update(grants).set({ revokedAt: testClock() }).where(eq(grants.userId, consultant.userId)),
    )
    expect(await practitioner.run(remindConsultant, { sessionId })).toMatchObject({
      failure: { tag: 'no-consultant-to-remind' },
    })
    expect(await reminders(operator)).toEqual([])
  })
})
