import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import { sendForValidation } from '#app/features/diagnostics/send-for-validation.command.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps, reminders } from '#db/schema/follow-ups.ts'
import { notifications, outbox } from '#db/schema/journal.ts'
import { absences } from '#db/schema/operators.ts'
import { caseIn, writeDiagnostic } from '#tests/harness/cases.ts'
import { at } from '#tests/harness/days.ts'
import { createWaitingWaves, ledger } from '#tests/harness/ledger.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const sweep = (operator: TestOperator, day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
const written = (operator: TestOperator, rule = 'R01') =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(reminders)
      .where(and(eq(reminders.operatorId, operator.id), eq(reminders.rule, rule)))
      .orderBy(reminders.dueOn),
  )
const told = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)))

/** A case whose request came on the day of tests. */
async function received(operator: TestOperator) {
  const opened = await caseIn(operator, 'received')
  await operator.inside(({ tx }) =>
    tx.update(accompaniments).set({ requestedOn: '2026-03-12' }).where(eq(accompaniments.id, opened.id)),
  )
  return opened
}

describe('a request without a first meeting', () => {
  test('is recalled to its practitioner, once, until the meeting is held', async ({ operator }) => {
    // Received on the day of tests, Thursday 12 March 2026: five business days later is Thursday the 19th.
    const { practitioner, id } = await received(operator)
    await sweep(operator, '2026-03-18')
    expect(await told(operator)).toEqual([])
    await sweep(operator, '2026-03-19')
    await sweep(operator, '2026-03-19')
    const [notice, ...others] = await told(operator)
    expect(others).toEqual([])
    expect(notice).toMatchObject({ userId: practitioner.userId, kind: 'reminder', accompanimentId: id })
    expect(await written(operator)).toMatchObject([{ rule: 'R01', occurrence: 1, state: 'due' }])
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ intakeOn: '2026-03-19' }).where(eq(accompaniments.operatorId, operator.id)),
    )
    await sweep(operator, '2026-03-27')
    expect(await written(operator)).toMatchObject([{ occurrence: 1, state: 'stopped', stoppedBecause: 'settled' }])
  })

  test('is recalled to whoever stands in for a practitioner who is away', async ({ operator }) => {
    const { practitioner } = await received(operator)
    const delegate = await operator.practitioner()
    const away = { userId: practitioner.userId, delegateId: delegate.userId, fromOn: '2026-03-16', toOn: '2026-03-27' }
    await operator.inside(({ tx }) => tx.insert(absences).values({ operatorId: operator.id, id: newId(), ...away }))
    await sweep(operator, '2026-03-19')
    expect((await told(operator)).map(({ userId }) => userId)).toEqual([delegate.userId])
  })

  test('is not recalled while the case is suspended', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator, 'received')
    await practitioner.must(suspendAccompaniment, { number, reason: 'la structure déménage', resumeOn: '2026-06-01' })
    await sweep(operator, '2026-03-30')
    expect(await written(operator)).toEqual([])
  })

  test('starts nothing when it was imported as history', async ({ operator }) => {
    await caseIn(operator, 'received')
    await operator.inside(({ tx }) =>
      tx
        .update(accompaniments)
        .set({ imported: true, createdAt: at('2026-03-15')() })
        .where(eq(accompaniments.operatorId, operator.id)),
    )
    await sweep(operator, '2026-03-27')
    expect(await written(operator)).toEqual([])
    expect(await ledger(operator)).toEqual([])
  })
})

describe('a diagnostic sent to the organisation', () => {
  test('is asked for by a letter, then recalled', async ({ operator }) => {
    const { practitioner, number, personId } = await caseIn(operator, 'diagnostic')
    await writeDiagnostic(practitioner, number)
    await practitioner.must(sendForValidation, { number, personId, reason: 'toutes les pièces sont là' })
    expect(await ledger(operator)).toMatchObject([{ message: 'diagnostic.validation', state: 'planned', urgent: true }])
    await sweep(operator, '2026-03-20')
    const letters = await ledger(operator)
    expect(letters.map(({ message }) => message).sort()).toEqual(['diagnostic.reminder', 'diagnostic.validation'])
    expect(letters.every(({ recipient }) => recipient === 'aicha@structure.example')).toBe(true)
  })
})

describe('waves that fall due', () => {
  test('are all written after three days without workers, each once', async ({ operator }) => {
    const waves = await createWaitingWaves(operator, 400)
    // Planned on Thursday the 12th; the workers come back on the 15th, a Sunday.
    expect(await sweep(operator, '2026-03-15')).toBe(800)
    expect(await sweep(operator, '2026-03-15')).toBe(0)
    const letters = await ledger(operator)
    expect(letters).toHaveLength(waves.length)
    expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(waves.length)
    // Nobody is written to on a Sunday.
    expect([...new Set(letters.map(({ dueAt }) => dueAt.toISOString()))]).toEqual(['2026-03-16T07:00:00.000Z'])
    const waiting = await operator.inside(({ tx }) =>
      tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)),
    )
    expect(waiting).toEqual([])
  })

  test('are brought to the practitioner when nobody can be written to', async ({ operator }) => {
    const manager = await operator.manager()
    const [wave] = await createWaitingWaves(operator, 1)
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ contactPersonId: null }).where(eq(accompaniments.operatorId, operator.id)),
    )
    await sweep(operator, '2026-03-12')
    expect(await ledger(operator)).toEqual([])
    const notices = (await told(operator)).filter(({ kind }) => kind === 'reminder.no-address')
    expect(notices).toMatchObject([{ userId: manager.userId, accompanimentId: wave?.accompanimentId }])
  })

  test('are left alone once answered', async ({ operator }) => {
    await createWaitingWaves(operator, 3)
    await operator.inside(({ tx }) =>
      tx.update(followUps).set({ state: 'answered' }).where(eq(followUps.operatorId, operator.id)),
    )
    await sweep(operator, '2026-04-20')
    expect(await ledger(operator)).toEqual([])
  })
})
