import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { withdrawSend } from '#app/features/messages/withdraw-send.command.server.ts'
import { caseRemindersPage } from '#app/features/reminders/case-reminders-page.query.server.ts'
import { changeReminder } from '#app/features/reminders/change-reminder.command.server.ts'
import { type ComingReminder, markOfChange } from '#app/features/reminders/coming-reminder.ts'
import { handOver } from '#app/features/reminders/hand-over.store.server.ts'
import { decideReminder } from '#app/features/reminders/reminder-changes.store.server.ts'
import type { Reminder } from '#app/features/reminders/reminder-rules.ts'
import { missingReminders } from '#app/features/reminders/reminders.store.server.ts'
import { restoreReminder } from '#app/features/reminders/restore-reminder.command.server.ts'
import { rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { simulationPage } from '#app/features/reminders/simulation-page.query.server.ts'
import { skipReminder } from '#app/features/reminders/skip-reminder.command.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { events, mailbox, sends } from '#db/schema/journal.ts'
import { at } from '#tests/harness/days.ts'
import { createWaitingWaves, ledger, sendContext } from '#tests/harness/ledger.ts'
import { createCase, createEngineering, createSession, type TestCase } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

const sweep = (operator: TestOperator, day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
const send = (operator: TestOperator, day: string) => {
  delete process.env.SMTP_URL
  provideEnvironment({})
  return perform(sendDueMessages, operator.id, {}, { clock: at(day) })
}
const mails = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(mailbox).where(eq(mailbox.operatorId, operator.id)))
const told = async (operator: TestOperator, name: string) => {
  const rows = await operator.inside(({ tx }) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.operatorId, operator.id), eq(events.name, name))),
  )
  return rows.map(({ data }) => data)
}
const asked = ({ rule, subjectId, occurrence, anchorOn, change }: ComingReminder) => ({
  rule,
  subjectId,
  occurrence,
  anchorOn,
  mark: markOfChange(change),
})
const which = (reminder: ComingReminder) => {
  const { mark: _mark, ...one } = asked(reminder)
  return one
}

async function pageOf(actor: TestActor, { number }: { number: string }, day = '2026-03-02') {
  const page = await actor.read(caseRemindersPage, { number }, at(day))
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}
const days = async (actor: TestActor, one: { number: string }, day?: string) =>
  (await pageOf(actor, one, day)).coming.map(({ rule, occurrence, leavesOn }) => `${rule}.${occurrence} ${leavesOn}`)

/** A session on Thursday 12 March: its consultant is written to on the 9th and the 11th. */
async function soon(operator: TestOperator) {
  const practitioner = await operator.practitioner()
  const one: TestCase = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-12' })
  await operator.consultant(engineeringId)
  const first = async (day?: string) => {
    const { coming } = await pageOf(practitioner, one, day)
    const found = coming.find(({ rule, to }) => rule === 'R13' && to === 'provider')
    if (!found) throw new Error(`nothing of R13 among ${coming.map(({ rule }) => rule).join()}`)
    return found
  }
  return { practitioner, one, first }
}
const clock = at('2026-03-02')

describe('a case', () => {
  test('says what will be sent, when, to whom and why, as the simulation does', async ({ operator }) => {
    const { practitioner, one } = await soon(operator)
    const { coming } = await pageOf(practitioner, one)
    const manager = await operator.manager()
    const simulated = await manager.read(simulationPage, {}, clock)
    const listed = simulated.kind === 'done' ? simulated.value.coming.filter(({ number }) => number === one.number) : []
    expect(listed.length).toBeGreaterThan(1)
    const brief = (all: readonly ComingReminder[]) =>
      all.map(({ key, leavesOn, told: reached, why }) => ({ key, leavesOn, reached, why }))
    expect(brief(coming.filter(({ leavesOn }) => leavesOn <= '2026-04-01'))).toEqual(brief(listed))
  })
})

describe('a reminder that is skipped', () => {
  test('never leaves, and leaves again once it is put back', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    const before = await days(practitioner, one)
    const skipped = await first()
    await practitioner.must(
      skipReminder,
      { number: one.number, ...which(skipped), reason: 'déjà au téléphone' },
      { clock },
    )
    const page = await pageOf(practitioner, one)
    expect(page.coming).toHaveLength(before.length - 1)
    expect(page.skipped).toMatchObject([{ rule: 'R13', reason: 'déjà au téléphone' }])
    expect(await told(operator, 'reminder.skipped')).toMatchObject([{ rule: 'R13', reason: 'déjà au téléphone' }])
    await sweep(operator, skipped.leavesOn)
    expect(await ledger(operator)).toEqual([])

    await practitioner.must(restoreReminder, { number: one.number, id: page.skipped[0]?.id ?? '' }, { clock })
    expect(await days(practitioner, one)).toEqual(before)
    await sweep(operator, skipped.leavesOn)
    expect(await ledger(operator)).toMatchObject([{ message: 'reminder.provider' }])
  })

  test('needs a reason, and cannot be one that has left', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    const reminder = await first()
    const input = { number: one.number, ...which(reminder) }
    expect(await practitioner.run(skipReminder, { ...input, reason: ' ' }, { clock })).toMatchObject({
      kind: 'invalid',
    })
    await sweep(operator, reminder.leavesOn)
    const late = await practitioner.run(
      skipReminder,
      { ...input, reason: 'trop tard' },
      { clock: at(reminder.leavesOn) },
    )
    expect(late).toMatchObject({ kind: 'failed', failure: { tag: 'reminder-left' } })
  })

  test('takes with it the letters that only follow it', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const [wave] = await createWaitingWaves(operator, 1)
    const number = await numberOf(operator, wave?.accompanimentId ?? '')
    const { coming } = await pageOf(practitioner, { number }, '2026-03-12')
    const letters = coming.filter(({ to, rule }) => to === 'organisation' && rule === coming[0]?.rule)
    expect(letters.length).toBeGreaterThan(1)
    const [first, second] = letters
    if (!first || !second) throw new Error('no letters')
    const today = { clock: at('2026-03-12') }
    const early = await practitioner.run(
      changeReminder,
      { number, ...asked(second), leavesOn: '2026-03-13', reason: 'pressé' },
      today,
    )
    expect(early).toMatchObject({ kind: 'failed', failure: { tag: 'reminder-waits' } })
    await practitioner.must(skipReminder, { number, ...which(first), reason: 'vue hier' }, today)
    const left = (await pageOf(practitioner, { number }, '2026-03-12')).coming
    expect(left.filter(({ to, rule }) => to === 'organisation' && rule === first.rule)).toEqual([])
  })
})

const numberOf = async (operator: TestOperator, id: string) => {
  const { rows } = await operator.inside(({ tx }) =>
    tx.execute<{ number: string }>(`select number from accompaniments where id = '${id}'`),
  )
  return rows[0]?.number ?? ''
}

describe('a reminder that is brought forward', () => {
  test('leaves on its new day, once, whatever sweeps at once, and not on the former one', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    const reminder = await first()
    const input = { number: one.number, ...asked(reminder), leavesOn: '2026-03-04', reason: 'elle part en congé' }
    await practitioner.must(changeReminder, input, { clock })
    expect(await days(practitioner, one)).toContain(`R13.${reminder.occurrence} 2026-03-04`)
    const manager = await operator.manager()
    const simulated = await manager.read(simulationPage, { regle: 'R13' }, clock)
    const listed = simulated.kind === 'done' ? simulated.value.coming : []
    expect(listed.find(({ occurrence }) => occurrence === reminder.occurrence)?.leavesOn).toBe('2026-03-04')

    await sweep(operator, '2026-03-03')
    expect(await ledger(operator)).toEqual([])
    await Promise.all([1, 2, 3].map(() => sweep(operator, '2026-03-04')))
    expect(await ledger(operator)).toHaveLength(1)
    await send(operator, '2026-03-04')
    expect(await mails(operator)).toHaveLength(1)
    await sweep(operator, reminder.leavesOn)
    expect(await ledger(operator)).toHaveLength(1)
  })

  test('is found from far before the days that its rule looks at', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-05-12' })
    await operator.consultant(engineeringId)
    const { coming } = await pageOf(practitioner, one)
    const reminder = coming.find(({ rule, to }) => rule === 'R13' && to === 'provider')
    if (!reminder) throw new Error('nothing to bring forward')
    await practitioner.must(
      changeReminder,
      { number: one.number, ...asked(reminder), leavesOn: '2026-03-03', reason: 'salle à réserver' },
      { clock },
    )
    await sweep(operator, '2026-03-03')
    expect(await ledger(operator)).toHaveLength(1)
  })

  test('is refused a day that is past or not earlier, and what somebody else has just changed', async ({
    operator,
  }) => {
    const { practitioner, one, first } = await soon(operator)
    const reminder = await first()
    const input = { number: one.number, ...asked(reminder), reason: 'pressé' }
    for (const leavesOn of ['2026-03-01', '2026-03-10'])
      expect(await practitioner.run(changeReminder, { ...input, leavesOn }, { clock })).toMatchObject({
        kind: 'failed',
        failure: { tag: 'reminder-not-earlier' },
      })
    expect(await practitioner.run(changeReminder, input, { clock })).toMatchObject({
      failure: { tag: 'reminder-unchanged' },
    })
    await practitioner.must(changeReminder, { ...input, leavesOn: '2026-03-04' }, { clock })
    const late = await practitioner.run(changeReminder, { ...input, leavesOn: '2026-03-05' }, { clock })
    expect(late).toMatchObject({ kind: 'conflict', current: { values: { leavesOn: '2026-03-04' } } })
  })

  test('waits while its case is suspended', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    const input = { number: one.number, ...asked(await first()), leavesOn: '2026-03-04', reason: 'pressé' }
    await practitioner.must(changeReminder, input, { clock })
    const suspend = (on: string | null) =>
      operator.inside(({ tx }) =>
        tx.execute(`update accompaniments set suspended_on = ${on ? `'${on}'` : 'null'} where id = '${one.id}'`),
      )
    await suspend('2026-03-03')
    await sweep(operator, '2026-03-04')
    expect(await ledger(operator)).toEqual([])
    await suspend(null)
    await sweep(operator, '2026-03-05')
    expect(await ledger(operator)).toHaveLength(1)
  })
})

describe('a reminder with words of the practitioner', () => {
  test('says them in its letter, on the day of its rule, and in the copy that is kept', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    const reminder = await first()
    const addition = 'Merci d’apporter la <clé> de la salle.\nÀ jeudi.'
    const input = { number: one.number, ...asked(reminder), addition, reason: 'la salle est fermée' }
    await practitioner.must(changeReminder, input, { clock })
    await sweep(operator, '2026-03-04')
    expect(await ledger(operator)).toEqual([])
    await sweep(operator, reminder.leavesOn)
    await send(operator, reminder.leavesOn)
    const [mail] = await mails(operator)
    expect(mail?.text).toContain(addition)
    expect(mail?.html).toContain('&lt;clé&gt;')
    const { sent } = await pageOf(practitioner, one, reminder.leavesOn)
    expect(sent).toMatchObject([{ state: 'sent' }])
    expect(sent[0]?.rendered).toContain('À jeudi.')
  })

  test('has none when the team reads it in the product', async ({ operator }) => {
    const { practitioner, one } = await soon(operator)
    const { coming } = await pageOf(practitioner, one)
    const notice = coming.find(({ channel }) => channel === 'product')
    if (!notice) throw new Error('nothing in the product')
    const input = { number: one.number, ...asked(notice), addition: 'Bonjour', reason: 'pour voir' }
    expect(await practitioner.run(changeReminder, input, { clock })).toMatchObject({
      failure: { tag: 'no-letter-to-add-to' },
    })
  })
})

test('a letter that waits for the morning may still be held back, with a reason', async ({ operator }) => {
  const { practitioner, one, first } = await soon(operator)
  const reminder = await first()
  await sweep(operator, reminder.leavesOn)
  const { ready } = await pageOf(practitioner, one, reminder.leavesOn)
  const input = { number: one.number, id: ready[0]?.id ?? '', reason: 'elle a appelé' }
  await practitioner.must(withdrawSend, input, { clock: at(reminder.leavesOn) })
  await send(operator, reminder.leavesOn)
  expect(await mails(operator)).toEqual([])
  expect(await told(operator, 'message.withdrawn')).toMatchObject([{ reason: 'elle a appelé' }])
  const rows = await operator.inside(({ tx }) => tx.select().from(sends))
  expect(rows).toMatchObject([{ state: 'cancelled', failure: 'withdrawn' }])
})

describe('a decision that meets a sweep', () => {
  /** What a sweep of that day read before anybody decided. */
  const readBy = (operator: TestOperator, day: string, then: (sweeping: Sweeping) => Promise<unknown>) =>
    operator.inside(async tenant => {
      const today = dayOf(at(day)())
      const asking = { ...sendContext(tenant), operator: tenant.operator, today, now: at(day)() }
      const groups = await rulesInForce(tenant.tx, tenant.operator)
      const missing = await missingReminders(asking, groups, { until: addDays(today, 20) })
      const reminder = missing.find(({ rule, to }) => rule === 'R13' && to === 'provider')
      if (!reminder) throw new Error('the sweep found nothing')
      await then({ asking, groups, reminder })
    })
  type Sweeping = {
    asking: Parameters<typeof handOver>[0]
    groups: Awaited<ReturnType<typeof rulesInForce>>
    reminder: Reminder
  }

  test('comes too late once the sweep has handed it over', async ({ operator }) => {
    await soon(operator)
    await readBy(operator, '2026-03-09', async ({ asking, groups, reminder }) => {
      await handOver(asking, [reminder], groups)
      expect(await decideReminder(asking, reminder, { kind: 'skipped', reason: 'trop tard' })).toBe(false)
    })
    expect(await ledger(operator)).toHaveLength(1)
    const rows = await operator.inside(({ tx }) => tx.select().from(reminders).where(eq(reminders.rule, 'R13')))
    expect(rows).toMatchObject([{ state: 'done', stoppedBecause: null }])
  })

  test('stops what the sweep had read and not handed over, changed or not', async ({ operator }) => {
    const { practitioner, one, first } = await soon(operator)
    await readBy(operator, '2026-03-09', async ({ asking, groups, reminder }) => {
      await decideReminder(asking, reminder, { kind: 'skipped', reason: 'à temps' })
      await handOver(asking, [reminder], groups)
    })
    expect(await ledger(operator)).toEqual([])
    const [skipped] = (await pageOf(practitioner, one)).skipped
    await practitioner.must(restoreReminder, { number: one.number, id: skipped?.id ?? '' }, { clock })
    const input = { number: one.number, ...asked(await first()), addition: 'À jeudi.', reason: 'pressé' }
    await practitioner.must(changeReminder, input, { clock })
    await readBy(operator, '2026-03-09', async ({ asking, groups, reminder }) => {
      expect(reminder.change).not.toBeNull()
      await decideReminder(asking, reminder, { kind: 'skipped', reason: 'à temps' })
      await handOver(asking, [reminder], groups)
    })
    expect(await ledger(operator)).toEqual([])
  })
})
