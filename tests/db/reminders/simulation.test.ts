import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { comingReminders } from '#app/features/reminders/coming-reminders.store.server.ts'
import { rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { simulationPage } from '#app/features/reminders/simulation-page.query.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { addDays, type Day, day, dayOf } from '#app/kernel/day.ts'
import { providers } from '#db/schema/engineerings.ts'
import { mailbox, notifications } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import { ruleCodes } from '#db/seed/programmes/reminder-catalogue.ts'
import { at } from '#tests/harness/days.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

const on = (text: string): Day => {
  const found = day(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}
const first = on('2026-03-02')

/** One subject of each rule, with somebody to write to everywhere. */
async function everything(operator: TestOperator): Promise<void> {
  await operator.manager()
  for (const code of ruleCodes) await ruledSubjects[code](operator)
  await operator.inside(async ({ tx }) => {
    for (const { id } of await tx.select({ id: people.id }).from(people).where(eq(people.operatorId, operator.id)))
      await tx
        .update(people)
        .set({ email: `p-${id}@structure.example` })
        .where(eq(people.id, id))
    for (const { id } of await tx
      .select({ id: providers.id })
      .from(providers)
      .where(eq(providers.operatorId, operator.id)))
      await tx
        .update(providers)
        .set({ email: `f-${id}@cabinet.example` })
        .where(eq(providers.id, id))
  })
}

/** What left that day and since, by channel and recipient. */
async function left(operator: TestOperator): Promise<string[]> {
  return operator.inside(async ({ tx }) => {
    const mails = await tx.select().from(mailbox).where(eq(mailbox.operatorId, operator.id))
    const notices = await tx
      .select({ at: notifications.at, kind: notifications.kind, email: users.email })
      .from(notifications)
      .innerJoin(users, eq(users.id, notifications.userId))
      .where(eq(notifications.operatorId, operator.id))
    return [
      ...mails.map(mail => `${dayOf(mail.at)} mail ${mail.recipient}`),
      ...notices.map(notice => `${dayOf(notice.at)} product ${notice.email}`),
    ].sort()
  })
}

test('thirty days send what the simulation lists, to the same people, on the same days', async ({ operator }) => {
  delete process.env.SMTP_URL
  provideEnvironment({})
  await everything(operator)
  const until = addDays(first, 30)
  const listed = await operator.inside(async ({ tx, operator: { id, settings } }) => {
    const groups = await rulesInForce(tx, { id, settings })
    return comingReminders({ tx, operator: { id }, today: first }, groups, { until })
  })
  const expected = listed
    .filter(({ leavesOn }) => leavesOn <= until)
    .flatMap(({ leavesOn, channel, told }) => told.map(({ email }) => `${leavesOn} ${channel} ${email}`))
  expect(new Set(listed.map(({ rule }) => rule)).size).toBeGreaterThan(30)
  for (let today = first; today <= until; today = addDays(today, 1)) {
    await perform(sweepReminders, operator.id, {}, { clock: at(today) })
    await perform(sendDueMessages, operator.id, {}, { clock: at(today) })
  }
  expect(await left(operator)).toEqual(expected.sort())
}, 240_000)

test('the simulation of one rule lists that rule, day by day, with why', async ({ operator }) => {
  const manager = await operator.manager()
  await ruledSubjects.R16(operator)
  await ruledSubjects.R01(operator)
  const page = await manager.read(simulationPage, { regle: 'R16' }, at('2026-03-02'))
  expect(page).toMatchObject({ kind: 'done', value: { rule: 'R16', count: 3 } })
  const coming = page.kind === 'done' ? page.value.coming : []
  expect(coming.map(({ rule, leavesOn, to, channel }) => `${rule} ${leavesOn} ${to} ${channel}`)).toEqual([
    'R16 2026-03-02 provider mail',
    'R16 2026-03-09 provider mail',
    'R16 2026-03-17 provider mail',
  ])
  expect(coming[0]?.why?.fr).toContain('livrable')
})
