import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { revokeConsultant } from '#app/features/engineerings/revoke-consultant.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { addDays, day, startOfDay } from '#app/kernel/day.ts'
import { grants } from '#db/schema/operators.ts'
import { createCase, createEngineering, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

/** A mission whose contract ends on that day, and what its consultant gets at an instant. */
async function mission(operator: TestOperator, endsOn: string) {
  const signed = { signedOn: '2025-01-10', startsOn: '2025-01-15', endsOn, daysOrdered: 100 }
  const engineeringId = await createEngineering(operator, [await createCase(operator)], signed)
  const consultant = await operator.consultant(engineeringId, { toOn: endsOn })
  const session = { ...heldSession(engineeringId), heldOn: endsOn }
  return {
    engineeringId,
    consultant,
    at: async (written: string) => {
      const clock = () => new Date(written)
      const write = await consultant.run(recordSession, session, { clock })
      const form = await consultant.read(sessionForm, { engineeringId }, clock)
      const page = await consultant.read(missionPage, { engineeringId }, clock)
      const list = await consultant.read(missionsPage, {}, clock)
      const mayWrite = page.kind === 'done' && page.value.mission.mayWrite
      return [write, form, page, list].map(({ kind }) => kind).join(' ') + (mayWrite ? ', may write' : '')
    },
  }
}
const all = 'done done done done, may write'
const readOnly = 'not-found not-found done done'
const nothing = 'not-found not-found not-found not-found'

describe('the reach of a consultant', () => {
  // Midnight in Paris is 23:00 UTC in winter and 22:00 in summer; its clocks change on the last Sundays of March and October.
  const borders: [
    contract: string,
    endsOn: string,
    lastWrite: string,
    firstSilence: string,
    lastRead: string,
    none: string,
  ][] = [
    [
      'in winter',
      '2026-01-31',
      '2026-01-31T22:59:59Z',
      '2026-01-31T23:00:00Z',
      '2026-02-15T22:59:59Z',
      '2026-02-15T23:00:00Z',
    ],
    [
      'in summer',
      '2026-06-30',
      '2026-06-30T21:59:59Z',
      '2026-06-30T22:00:00Z',
      '2026-07-15T21:59:59Z',
      '2026-07-15T22:00:00Z',
    ],
    [
      'on the day of summer time',
      '2026-03-29',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
      '2026-04-13T21:59:59Z',
      '2026-04-13T22:00:00Z',
    ],
    [
      'before it, read after it',
      '2026-03-20',
      '2026-03-20T22:59:59Z',
      '2026-03-20T23:00:00Z',
      '2026-04-04T21:59:59Z',
      '2026-04-04T22:00:00Z',
    ],
    [
      'on the day of winter time',
      '2025-10-26',
      '2025-10-26T22:59:59Z',
      '2025-10-26T23:00:00Z',
      '2025-11-10T22:59:59Z',
      '2025-11-10T23:00:00Z',
    ],
    [
      'before it, read in winter',
      '2025-10-20',
      '2025-10-20T21:59:59Z',
      '2025-10-20T22:00:00Z',
      '2025-11-04T22:59:59Z',
      '2025-11-04T23:00:00Z',
    ],
  ]
  for (const [contract, endsOn, lastWrite, firstSilence, lastRead, none] of borders)
    test(`of a contract that ends ${contract}: writes until midnight in Paris, reads fifteen days more`, async ({
      operator,
    }) => {
      const { at } = await mission(operator, endsOn)
      expect(await at(none)).toBe(nothing)
      expect(await at(lastRead)).toBe(readOnly)
      expect(await at(firstSilence)).toBe(readOnly)
      expect(await at(lastWrite)).toBe(all)
      // The borders are those of Paris's own days.
      const ends = day(endsOn)
      expect(ends && startOfDay(addDays(ends, 1)).toISOString().replace('.000', '')).toBe(firstSilence)
      expect(ends && startOfDay(addDays(ends, 16)).toISOString().replace('.000', '')).toBe(none)
    })

  test('begins at midnight in Paris on the first day of its grant', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const consultant = await operator.consultant(engineeringId, { fromOn: '2026-04-01' })
    const read = (written: string) => consultant.read(missionPage, { engineeringId }, () => new Date(written))
    expect((await read('2026-03-31T21:59:59Z')).kind).toBe('not-found')
    expect((await read('2026-03-31T22:00:00Z')).kind).toBe('done')
  })

  test('ends with a revocation for all that begins after it, writing and reading', async ({ operator }) => {
    const { engineeringId, consultant, at } = await mission(operator, '2026-06-30')
    const [grant] = await operator.inside(({ tx }) =>
      tx.select({ id: grants.id }).from(grants).where(eq(grants.userId, consultant.userId)),
    )
    expect(await at('2026-06-30T10:00:00Z')).toBe(all)
    const manager = await operator.manager()
    await manager.must(revokeConsultant, { engineeringId, grantId: grant?.id ?? '' })
    expect(await at('2026-06-30T10:00:00Z')).toBe(nothing)
  })
})
