import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { advanceClock } from '#app/features/demonstration/advance-clock.command.server.ts'
import { advancePage } from '#app/features/demonstration/advance-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { notifications } from '#db/schema/journal.ts'
import { inDemonstration } from '#tests/harness/demonstration.ts'
import { createWaitingWaves, ledger } from '#tests/harness/ledger.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { handleClockAdvance } from '#workers/handlers/advance-clock.ts'

/** Sent forward by its manager, then brought there by its workers. */
async function advance(operator: TestOperator, to: string) {
  const manager = await operator.manager()
  await manager.must(advanceClock, { to })
  await handleClockAdvance(operator.id, {}, testClock)
  return manager
}
const days = (instants: (Date | null)[]) => instants.map(at => at?.toISOString().slice(0, 10)).sort()

describe('« avancer au… »', () => {
  test('brings each letter and each notice at its own date', async ({ operator }) => {
    await inDemonstration(operator)
    // Waves of Thursday 12 March 2026, the day of tests.
    await createWaitingWaves(operator, 3)
    const manager = await advance(operator, '2026-04-30')

    const letters = await ledger(operator)
    const sentOn = (message: string) => days(letters.filter(row => row.message === message).map(row => row.sentAt))
    // The first day that was gone through is the 13th; a reminder follows fourteen days later.
    expect(sentOn('follow-up.wave')).toEqual(['2026-03-13', '2026-03-13', '2026-03-13'])
    expect(sentOn('follow-up.reminder')).toEqual(['2026-03-27', '2026-03-27', '2026-03-27'])
    // Her notices of each week, on Monday.
    expect(sentOn('digest')).toEqual(['2026-03-16', '2026-04-13'])
    expect(letters).toHaveLength(8)
    const waves = await operator.inside(({ tx }) =>
      tx.select().from(followUps).where(eq(followUps.operatorId, operator.id)),
    )
    expect(new Set(waves.map(wave => wave.state))).toEqual(new Set(['reminded']))
    const notices = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    // Announced late, on the 13th, and unanswered thirty days after its day.
    expect(days(notices.map(notice => notice.at))).toEqual(['2026-03-13', '2026-04-11'].flatMap(day => [day, day, day]))

    const page = await manager.read(advancePage, { depuis: '2026-03-12' })
    expect(page).toMatchObject({ kind: 'done', value: { today: '2026-04-30', destination: null } })
    expect(page.kind === 'done' && page.value.happened).toHaveLength(14)
  })

  test('goes on from where it was cut', async ({ operator }) => {
    await inDemonstration(operator)
    const manager = await operator.manager()
    await manager.must(advanceClock, { to: '2026-03-20' })
    expect(await manager.run(advanceClock, { to: '2026-03-22' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'advance-under-way' },
    })
    await Promise.all([handleClockAdvance(operator.id, {}, testClock), handleClockAdvance(operator.id, {}, testClock)])
    await handleClockAdvance(operator.id, {}, testClock)
    const page = await manager.read(advancePage)
    expect(page).toMatchObject({ kind: 'done', value: { today: '2026-03-20', destination: null } })
  })

  test('is asked for by many at once: one leaves, the others are told so', async ({ operator }) => {
    await inDemonstration(operator)
    const manager = await operator.manager()
    const asked = await Promise.all(
      Array.from({ length: 12 }, () => manager.run(advanceClock, { to: '2026-03-20' }, { formKey: newId() })),
    )
    expect(asked.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(asked.filter(({ kind }) => kind === 'failed')).toHaveLength(11)
  })

  test('never goes back, and stays within reach', async ({ operator }) => {
    await inDemonstration(operator)
    const manager = await operator.manager()
    for (const [to, tag] of [
      ['2026-03-12', 'day-past'],
      ['2026-01-01', 'day-past'],
      ['2036-01-01', 'day-too-far'],
    ])
      expect(await manager.run(advanceClock, { to })).toMatchObject({ kind: 'failed', failure: { tag, field: 'to' } })
  })

  test('is unknown outside the demonstration', async ({ operator }) => {
    const manager = await operator.manager()
    expect(await manager.run(advanceClock, { to: '2026-06-01' })).toEqual({ kind: 'not-found' })
    expect(await manager.read(advancePage)).toEqual({ kind: 'not-found' })
  })
})
