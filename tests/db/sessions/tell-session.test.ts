import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { noticeWords } from '#app/features/notifications/notice-words.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { tellSession } from '#app/features/sessions/tell-session.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { notifications, outbox } from '#db/schema/journal.ts'
import { createCase, createEngineering, heldSession, type TestCase } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const inCharge = (operator: TestOperator, { id }: TestCase, practitionerId: string) =>
  operator.inside(({ tx }) => tx.update(accompaniments).set({ practitionerId }).where(eq(accompaniments.id, id)))
const waiting = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(and(eq(outbox.operatorId, operator.id), eq(outbox.job, 'session.tell'))),
  )

describe('a session that a consultant recorded', () => {
  test('is told once to the practitioner of its cases, with what they now wait for', async ({ operator }) => {
    const [practitioner, other] = [await operator.practitioner(), await operator.practitioner()]
    const cases = [
      await createCase(operator, 'Terre et Partage'),
      await createCase(operator, 'Vélo pour tous'),
    ] as const
    for (const one of cases) await inCharge(operator, one, practitioner.userId)
    const alone = await createCase(operator, 'Le Fournil')
    await inCharge(operator, alone, other.userId)
    const engineeringId = await createEngineering(operator, cases, { daysOrdered: 1 })
    const consultant = await operator.consultant(engineeringId)
    const { sessionId } = await consultant.must(recordSession, heldSession(engineeringId, cases))
    expect(await waiting(operator)).toEqual([{ payload: { sessionId } }])
    // A job may be done twice: its worker died before it said that it was done.
    for (const _time of [1, 2]) await operator.system().must(tellSession, { sessionId })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told.map(({ userId, kind }) => [userId, kind]).sort()).toEqual([
      [practitioner.userId, 'engineering.days-low'],
      [practitioner.userId, 'session.held'],
    ])
    for (const { kind, data } of told) {
      expect(noticeWords(kind)).not.toBe('kinds.other')
      expect(data).toEqual({ number: cases[0].number, organisation: cases[0].name })
    }
    expect(told[0]?.address).toMatch(/^\/o\/[\w-]+\/accompagnements\/2026-\d{4}\/seances$/)
    const [row] = await operator.inside(({ tx }) =>
      tx.select({ step: accompaniments.nextStep }).from(accompaniments).where(eq(accompaniments.id, cases[0].id)),
    )
    expect(row).toEqual({ step: 'run_engineering' })
  })

  test('leaves no job when a practitioner recorded it herself', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    await (await operator.practitioner()).must(recordSession, heldSession(engineeringId))
    expect(await waiting(operator)).toEqual([])
  })
})
