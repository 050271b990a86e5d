import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { settleBrake } from '#app/features/messages/settle-brake.command.server.ts'
import { reminderPage } from '#app/features/reminders/reminder-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { notifications, sendDays } from '#db/schema/journal.ts'
import { createWaitingWaves, ledger, plan, planWaves } from '#tests/harness/ledger.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const allowed = 5

/** A day on which so many may leave without anybody being asked. */
const smallDay = (operator: TestOperator, day = '2026-03-12') =>
  operator.inside(({ tx }) =>
    tx.insert(sendDays).values({ operatorId: operator.id, id: newId(), day, usual: 2, allowed }),
  )

const at = (day: string) => () => new Date(`${day}T09:00:00Z`)

async function sendAll(operator: TestOperator, day = '2026-03-12'): Promise<void> {
  const rows = await ledger(operator)
  await Promise.all(rows.map(({ id }) => perform(sendMessage, operator.id, { sendId: id }, { clock: at(day) })))
}

/** Letters that are due at the hour of tests. */
const letters = async (operator: TestOperator, count: number, first = 0) =>
  planWaves(operator, await createWaitingWaves(operator, count, first))
const states = async (operator: TestOperator) => {
  const rows = (await ledger(operator)).filter(({ message }) => message === 'follow-up.wave')
  return Object.fromEntries(
    [...new Set(rows.map(({ state }) => state))].map(state => [state, rows.filter(row => row.state === state).length]),
  )
}
const brakeOf = async (operator: TestOperator) => {
  const [row] = await operator.inside(({ tx }) =>
    tx
      .select()
      .from(sendDays)
      .where(and(eq(sendDays.operatorId, operator.id), eq(sendDays.day, '2026-03-12'))),
  )
  return row
}

describe('a run far beyond the usual day (JOB-11)', () => {
  test('stops at the last letter allowed, though all begin at once, and asks each manager once', async ({
    operator,
  }) => {
    const manager = await operator.manager()
    await smallDay(operator)
    await letters(operator, allowed + 4)
    await sendAll(operator)
    expect(await states(operator)).toEqual({ sent: allowed, planned: 4 })
    await sendAll(operator)
    expect(await states(operator)).toEqual({ sent: allowed, planned: 4 })
    const asked = (await ledger(operator)).filter(({ message }) => message === 'sends.held-back')
    expect(asked.map(({ recipientUserId, state }) => ({ recipientUserId, state }))).toEqual([
      { recipientUserId: manager.userId, state: 'sent' },
    ])
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told.filter(({ kind }) => kind === 'sends.held-back')).toHaveLength(1)
  })

  test('holds back no invitation, no code, no requested document', async ({ operator }) => {
    await smallDay(operator)
    await letters(operator, allowed + 1)
    await sendAll(operator)
    const { userId } = await operator.practitioner()
    const id = await plan(operator, {
      key: 'urgent',
      message: 'member.invitation',
      payload: { userId },
      recipient: 'nouvelle@test.example',
    })
    await perform(sendMessage, operator.id, { sendId: id ?? '' }, { clock: at('2026-03-12') })
    expect((await ledger(operator)).find(row => row.id === id)?.state).toBe('sent')
  })

  test('is not let go by the night: the next morning still waits for somebody', async ({ operator }) => {
    await smallDay(operator)
    await letters(operator, allowed + 2)
    await sendAll(operator)
    await sendAll(operator, '2026-03-13')
    expect(await states(operator)).toEqual({ sent: allowed, planned: 2 })
  })

  test('leaves, each letter once, when a manager lets it', async ({ operator }) => {
    const manager = await operator.manager()
    await smallDay(operator)
    await letters(operator, allowed + 2)
    await sendAll(operator)
    const shown = await manager.read(reminderPage)
    const brake = shown.kind === 'done' ? shown.value.brake : null
    expect(brake).toMatchObject({ begun: allowed, usual: 2, waiting: 2 })
    const input = { id: brake?.id, decision: 'release' }
    expect(await manager.must(settleBrake, input)).toEqual({ decision: 'release', count: 2 })
    expect(await manager.run(settleBrake, input)).toMatchObject({ kind: 'failed' })
    await sendAll(operator)
    expect(await states(operator)).toEqual({ sent: allowed + 2 })
    // The rest of that day is let go with it.
    await letters(operator, 3, 100)
    await sendAll(operator)
    expect(await states(operator)).toEqual({ sent: allowed + 5 })
  })

  test('does not leave when a manager drops it, and the day after is an ordinary one', async ({ operator }) => {
    const manager = await operator.manager()
    await smallDay(operator)
    await letters(operator, allowed + 2)
    await sendAll(operator)
    await manager.must(settleBrake, { id: (await brakeOf(operator))?.id, decision: 'drop' })
    await sendAll(operator, '2026-03-13')
    expect(await states(operator)).toEqual({ sent: allowed, cancelled: 2 })
    await letters(operator, 1, 100)
    await sendAll(operator, '2026-03-13')
    expect(await states(operator)).toEqual({ sent: allowed + 1, cancelled: 2 })
  })

  test('is judged by the days before', async ({ operator }) => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-11'].map((day, index) => ({
      operatorId: operator.id,
      id: newId(),
      day,
      begun: 90 + index * 10,
      allowed: 1000,
    }))
    await operator.inside(({ tx }) => tx.insert(sendDays).values(days))
    await letters(operator, 1)
    await sendAll(operator)
    expect(await brakeOf(operator)).toMatchObject({ begun: 1, usual: 100, allowed: 300, stoppedAt: null })
  })
})
