import { and, asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { attendances, sessions } from '#db/schema/engineerings.ts'
import { events } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { atOnce, createCase, createEngineering, createSession, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const sessionsOf = (operator: TestOperator, engineeringId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ id: sessions.id, status: sessions.status, days: sessions.days, version: sessions.version })
      .from(sessions)
      .where(eq(sessions.engineeringId, engineeringId))
      .orderBy(asc(sessions.id)),
  )
const actionsOf = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(async ({ tx }) => {
    const rows = await tx
      .select({ title: planActions.title })
      .from(planActions)
      .where(eq(planActions.accompanimentId, accompanimentId))
      .orderBy(asc(planActions.position))
    return rows.map(({ title }) => title)
  })

describe('recording a session', () => {
  test('takes its days, notes who was there, and makes the next steps actions of every member', async ({
    operator,
  }) => {
    const cases = [
      await createCase(operator, 'Terre et Partage'),
      await createCase(operator, 'Vélo pour tous'),
    ] as const
    const engineeringId = await createEngineering(operator, cases)
    const consultant = await operator.consultant(engineeringId)
    const value = await consultant.must(recordSession, heldSession(engineeringId, cases))
    expect(value).toMatchObject({ status: 'held', leftQuarters: 12, low: false })
    expect(await sessionsOf(operator, engineeringId)).toMatchObject([{ status: 'held', days: 1 }])
    for (const one of cases)
      expect(await actionsOf(operator, one.id)).toEqual(['Envoyer la trame de budget', 'Réunir le bureau'])
    const noted = await operator.inside(({ tx }) =>
      tx.select().from(attendances).where(eq(attendances.engineeringId, engineeringId)),
    )
    expect(noted.map(({ personName, status }) => `${personName} ${status}`).sort()).toEqual([
      'Terre et Partage present',
      'Vélo pour tous present',
    ])
    const told = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(events)
        .where(and(eq(events.subjectId, value.sessionId), eq(events.name, 'session.held'))),
    )
    expect(told.map(({ accompanimentId }) => accompanimentId).sort()).toEqual(cases.map(({ id }) => id).sort())
    expect(told[0]).toMatchObject({ actorKind: 'consultant', happenedOn: '2026-03-12' })
  })

  test('sent twice is recorded once, with the same answer', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const send = () => consultant.run(recordSession, heldSession(engineeringId, [one]), { formKey: 'form-0001.record' })
    const [first, second] = await Promise.all([send(), send()])
    expect(first).toEqual(second)
    expect(first.kind).toBe('done')
    expect(await send()).toEqual(first)
    expect(await sessionsOf(operator, engineeringId)).toHaveLength(1)
    expect(await actionsOf(operator, one.id)).toHaveLength(2)
  })

  test('gives the last day to one of two consultants who ask for it at once', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { daysOrdered: 1 })
    const both = [await operator.consultant(engineeringId), await operator.consultant(engineeringId)]
    const outcomes = await atOnce(
      operator,
      engineeringId,
      both.map(one => () => one.run(recordSession, heldSession(engineeringId))),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
    expect(outcomes.find(({ kind }) => kind === 'failed')).toMatchObject({
      failure: { tag: 'days-over-order', params: { ordered: 1, held: 2 }, field: 'overrunReason' },
    })
    expect(await sessionsOf(operator, engineeringId)).toHaveLength(1)
  })

  test('beyond the order is kept once somebody says why', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { daysOrdered: 1 })
    const consultant = await operator.consultant(engineeringId)
    await consultant.must(recordSession, heldSession(engineeringId))
    const more = { ...heldSession(engineeringId), overrunReason: 'Le bureau a demandé une séance de plus.' }
    expect(await consultant.must(recordSession, more)).toMatchObject({ leftQuarters: -4 })
  })

  test('refuses a person noted for a case that is no member', async ({ operator }) => {
    const [one, other] = [await createCase(operator), await createCase(operator, 'Le Fournil')]
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const outcome = await consultant.run(recordSession, heldSession(engineeringId, [other]))
    expect(outcome).toMatchObject({ kind: 'failed', failure: { tag: 'members-changed' } })
    expect(await sessionsOf(operator, engineeringId)).toEqual([])
  })

  test('planned takes no day, notes nobody and makes no action', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const planned = { ...heldSession(engineeringId, [one]), status: 'planned', heldOn: '2026-04-02' }
    expect(await consultant.must(recordSession, planned)).toMatchObject({ leftQuarters: 16 })
    expect(await actionsOf(operator, one.id)).toEqual([])
    const { sessionId } = await consultant.must(recordSession, { ...planned, heldOn: '2026-04-03' })
    expect(
      await operator.inside(({ tx }) => tx.select().from(attendances).where(eq(attendances.sessionId, sessionId))),
    ).toEqual([])
  })
})

describe('a consultant who may not', () => {
  const tries: Record<string, (operator: TestOperator, engineeringId: string) => Promise<{ run: TestRun }>> = {
    'of another engineering': async operator =>
      operator.consultant(await createEngineering(operator, [await createCase(operator, 'Le Fournil')])),
    'whose contract ended yesterday': (operator, id) => operator.consultant(id, { toOn: '2026-03-11' }),
    'whose contract begins tomorrow': (operator, id) => operator.consultant(id, { fromOn: '2026-03-13' }),
    'whose access was withdrawn': async (operator, id) => {
      const consultant = await operator.consultant(id)
      await operator.inside(({ tx, now }) =>
        tx.update(grants).set({ revokedAt: now }).where(eq(grants.userId, consultant.userId)),
      )
      return consultant
    },
  }
  type TestRun = Awaited<ReturnType<TestOperator['consultant']>>['run']

  for (const [who, make] of Object.entries(tries))
    test(`${who}, is told nothing and writes nothing`, async ({ operator }) => {
      const one = await createCase(operator)
      const engineeringId = await createEngineering(operator, [one])
      const consultant = await make(operator, engineeringId)
      expect(await consultant.run(recordSession, heldSession(engineeringId, [one]))).toEqual({ kind: 'not-found' })
      expect(await sessionsOf(operator, engineeringId)).toEqual([])
      expect(await actionsOf(operator, one.id)).toEqual([])
    })

  test('of another operator, is told nothing and writes nothing', async ({ operator, foreign }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const own = await createEngineering(foreign, [await createCase(foreign)])
    const consultant = await foreign.consultant(own)
    const there = heldSession(engineeringId)
    expect(await consultant.run(recordSession, there)).toEqual({ kind: 'not-found' })
    expect(await consultant.at(operator).run(recordSession, there)).toEqual({ kind: 'not-found' })
    expect(await sessionsOf(operator, engineeringId)).toEqual([])
  })

  test('writes until midnight in Paris on the last day of the contract, and not a second more', async ({
    operator,
  }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { endsOn: '2026-03-12' })
    const consultant = await operator.consultant(engineeringId, { toOn: '2026-03-12' })
    const at = (instant: string) =>
      consultant.run(recordSession, heldSession(engineeringId), { clock: () => new Date(instant) })
    // Winter time: midnight in Paris is 23:00 UTC.
    expect(await at('2026-03-12T23:00:00Z')).toEqual({ kind: 'not-found' })
    expect((await at('2026-03-12T22:59:59Z')).kind).toBe('done')
  })
})

describe('correcting a session', () => {
  test('counts its days again, and not those it had', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one], { daysOrdered: 1 })
    const consultant = await operator.consultant(engineeringId)
    const { sessionId } = await consultant.must(recordSession, heldSession(engineeringId, [one]))
    const half = { ...heldSession(engineeringId, [one]), sessionId, version: 1, days: '0,5' }
    expect(await consultant.must(correctSession, half)).toMatchObject({ leftQuarters: 2 })
    const tooMuch = { ...half, version: 2, days: '1,25' }
    expect(await consultant.run(correctSession, tooMuch)).toMatchObject({ failure: { tag: 'days-over-order' } })
    expect(await sessionsOf(operator, engineeringId)).toMatchObject([{ days: 0.5, version: 2 }])
  })

  test('turns a planned session into a held one', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const sessionId = await createSession(operator, engineeringId, {
      status: 'planned',
      heldOn: '2026-03-10',
      days: null,
    })
    const practitioner = await operator.practitioner()
    const held = {
      ...heldSession(engineeringId, [one]),
      heldOn: '2026-03-10',
      sessionId,
      version: 1,
      number: one.number,
    }
    expect(await practitioner.must(correctSession, held)).toMatchObject({ status: 'held', leftQuarters: 12 })
    expect(await actionsOf(operator, one.id)).toHaveLength(2)
  })

  test('takes back the steps that are no longer written, save those somebody began', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const input = { ...heldSession(engineeringId, [one]), nextSteps: [{ text: 'Un\nDeux' }, { text: 'Trois' }] }
    const { sessionId } = await consultant.must(recordSession, input)
    await operator.inside(({ tx }) =>
      tx
        .update(planActions)
        .set({ status: 'in_progress' })
        .where(and(eq(planActions.fromSessionId, sessionId), eq(planActions.title, 'Deux'))),
    )
    await consultant.must(correctSession, { ...input, sessionId, version: 1, nextSteps: [{ text: 'Trois\nQuatre' }] })
    expect(await actionsOf(operator, one.id)).toEqual(['Deux', 'Trois', 'Quatre'])
  })

  test('shows both texts to the one who comes second', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const practitioner = await operator.practitioner()
    const { sessionId } = await consultant.must(recordSession, heldSession(engineeringId, [one]))
    const edit = (decisions: string) => ({ ...heldSession(engineeringId, [one]), sessionId, version: 1, decisions })
    await consultant.must(correctSession, edit('Une piste'))
    const late = await practitioner.run(correctSession, edit('Trois pistes'))
    expect(late).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { decisions: 'Une piste', days: '1' } },
    })
    expect(late.kind === 'conflict' && late.current.changedBy).toMatch(/^consultant/)
    // She who reads no history is shown the text, and not who wrote it.
    const blind = await consultant.run(correctSession, edit('Quatre pistes'))
    expect(blind.kind === 'conflict' && blind.current).not.toHaveProperty('changedBy')
  })

  test('refuses an address that names another engineering or another case', async ({ operator }) => {
    const [one, other] = [await createCase(operator), await createCase(operator, 'Le Fournil')]
    const engineeringId = await createEngineering(operator, [one])
    const elsewhere = await createEngineering(operator, [other])
    const sessionId = await createSession(operator, engineeringId)
    const practitioner = await operator.practitioner()
    const input = { ...heldSession(engineeringId, [one]), sessionId, version: 1 }
    expect(await practitioner.run(correctSession, { ...input, engineeringId: elsewhere })).toEqual({
      kind: 'not-found',
    })
    expect(await practitioner.run(correctSession, { ...input, number: other.number })).toEqual({ kind: 'not-found' })
  })
})
