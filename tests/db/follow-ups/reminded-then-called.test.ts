import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { addDays, day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps, reminders } from '#db/schema/follow-ups.ts'
import { notifications } from '#db/schema/journal.ts'
import { at } from '#tests/harness/days.ts'
import { createWaitingWaves, ledger } from '#tests/harness/ledger.ts'
import { test, testDay } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

test('only who has not answered is reminded, and after the last letter a call is put on the practitioner’s list', async ({
  operator,
}) => {
  delete process.env.SMTP_URL
  provideEnvironment({})
  const practitioner = await operator.practitioner()
  const [silent, answered, refused, lost] = await createWaitingWaves(operator, 4)
  if (!silent || !answered || !refused || !lost) throw new Error('four waves were made')
  await operator.inside(({ tx }) =>
    tx
      .update(accompaniments)
      .set({ practitionerId: practitioner.userId })
      .where(eq(accompaniments.operatorId, operator.id)),
  )
  const sweep = (day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
  const letters = async () => (await ledger(operator)).map(({ message, recipient }) => `${message} ${recipient}`).sort()
  const leave = async (day: string) => {
    for (const { id, state } of await ledger(operator))
      if (state === 'planned') await perform(sendMessage, operator.id, { sendId: id }, { clock: at(day) })
  }
  await sweep(testDay)
  await leave(testDay)
  const first = [silent, answered, refused, lost].map(({ recipient }) => `follow-up.wave ${recipient}`).sort()
  expect(await letters()).toEqual(first)

  const numbers = await operator.inside(({ tx }) =>
    tx.select({ id: accompaniments.id, number: accompaniments.number }).from(accompaniments),
  )
  const of = ({ accompanimentId, followUpId }: typeof silent) => ({
    followUpId,
    number: numbers.find(({ id }) => id === accompanimentId)?.number ?? '',
  })
  await practitioner.must(recordByPhone, { ...of(answered), answeredOn: testDay, headcount: '9' })
  await practitioner.must(settleFollowUp, { ...of(refused), state: 'refused' })
  await practitioner.must(settleFollowUp, { ...of(lost), state: 'unreachable' })
  await sweep('2026-03-27')
  expect(await letters()).toEqual([...first, `follow-up.reminder ${silent.recipient}`].sort())

  await leave('2026-03-27')
  // Thirty days after, no letter more: the practitioner is told, of this case alone.
  await sweep('2026-04-13')
  expect(await letters()).toHaveLength(5)
  const calls = await operator.inside(({ tx }) =>
    tx
      .select({ subject: reminders.subjectId, to: reminders.recipientKind, on: reminders.dueOn })
      .from(reminders)
      .where(and(eq(reminders.operatorId, operator.id), eq(reminders.rule, 'R20'), eq(reminders.occurrence, 4))),
  )
  expect(calls).toEqual([{ subject: silent.followUpId, to: 'practitioner', on: '2026-04-11' }])
  const told = await operator.inside(({ tx }) =>
    tx
      .select({ userId: notifications.userId, about: notifications.accompanimentId })
      .from(notifications)
      .where(and(eq(notifications.operatorId, operator.id), eq(notifications.accompanimentId, silent.accompanimentId))),
  )
  expect(told.at(-1)).toEqual({ userId: practitioner.userId, about: silent.accompanimentId })
  const states = await operator.inside(({ tx }) =>
    tx.select({ id: followUps.id, state: followUps.state, channel: followUps.channel }).from(followUps),
  )
  expect(new Map(states.map(({ id, state, channel }) => [id, [state, channel]]))).toEqual(
    new Map([
      [silent.followUpId, ['reminded', null]],
      [answered.followUpId, ['answered', 'phone']],
      [refused.followUpId, ['refused', null]],
      [lost.followUpId, ['unreachable', null]],
    ]),
  )
})

test('after the last letter about satisfaction too, a call is put on the list', async ({ operator }) => {
  const { one } = await ruledSubjects.R19(operator)
  const practitioner = await operator.practitioner()
  await operator.inside(({ tx }) =>
    tx
      .update(accompaniments)
      .set({ practitionerId: practitioner.userId })
      .where(eq(accompaniments.id, one?.id ?? '')),
  )
  const told = async (day: string) => {
    await perform(sweepReminders, operator.id, {}, { clock: at(day) })
    const rows = await operator.inside(({ tx }) =>
      tx
        .select({ userId: notifications.userId })
        .from(notifications)
        .where(and(eq(notifications.operatorId, operator.id), eq(notifications.kind, 'reminder'))),
    )
    return rows.map(({ userId }) => userId)
  }
  const [planned] = await operator.inside(({ tx }) =>
    tx.select({ on: followUps.plannedOn }).from(followUps).where(eq(followUps.operatorId, operator.id)),
  )
  const on = day(planned?.on ?? '')
  if (!on) throw new Error('no wave')
  expect(await told(addDays(on, 29))).toEqual([])
  expect(await told(addDays(on, 30))).toEqual([practitioner.userId])
})
