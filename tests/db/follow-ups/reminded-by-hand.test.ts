import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { askRespondent } from '#app/features/follow-ups/ask-respondent.command.server.ts'
import { remindRespondent } from '#app/features/follow-ups/remind-respondent.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { events, mailbox, sends } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { anAskedWave, letters, linkOf, respondentsShown, stored } from '../../harness/asked-wave.ts'
import { at } from '../../harness/days.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'

const tomorrow = '2026-03-13'
const bruno = 'bruno@structure.example'

/** Bruno was asked on the day of tests, and has his letter. */
async function anAskedBruno(operator: TestOperator) {
  delete process.env.SMTP_URL
  provideEnvironment({})
  const of = await anAskedWave(operator)
  const personId = await of.person('Bruno Le Gall', bruno)
  await of.practitioner.must(askRespondent, { ...of.wave, personId })
  const leave = async (day: string) => {
    for (const { id, state } of await letters(operator))
      if (state === 'planned') await perform(sendMessage, operator.id, { sendId: id }, { clock: at(day) })
  }
  await leave(testDay)
  const remind = (day: string, formKey?: string) =>
    of.practitioner.run(remindRespondent, { ...of.wave, personId }, { clock: at(day), ...(formKey && { formKey }) })
  return { ...of, personId, leave, remind }
}
const refused = (tag: string) => ({ kind: 'failed', failure: { tag, params: { name: 'Bruno Le Gall' } } })

test('somebody who has not answered gets the same link again, once a day, and the wave stays as it was', async ({
  operator,
}) => {
  const of = await anAskedBruno(operator)
  // The letter that asks her counts for that day.
  expect(await of.remind(testDay)).toMatchObject(refused('respondent-written-today'))
  const pressed = await Promise.all([of.remind(tomorrow, 'one-form'), of.remind(tomorrow, 'one-form')])
  expect(pressed.map(({ kind }) => kind)).toEqual(['done', 'done'])
  expect(await of.remind(tomorrow, 'another-form')).toMatchObject(refused('respondent-written-today'))
  await of.leave(tomorrow)
  expect(await letters(operator)).toMatchObject([
    { recipient: bruno, message: 'follow-up.respondent', state: 'sent' },
    { recipient: bruno, message: 'follow-up.reminder', state: 'sent' },
  ])
  const filed = await operator.inside(({ tx }) =>
    tx
      .select({ subject: mailbox.subject, text: mailbox.text })
      .from(mailbox)
      .where(eq(mailbox.operatorId, operator.id))
      .orderBy(mailbox.at),
  )
  const links = filed.map(({ text }) => /\/r\/([\w-]{43})/.exec(text)?.[1])
  expect(links[0]).toBeDefined()
  expect(links).toEqual([links[0], links[0]])
  expect(filed[1]?.subject).toMatch(/il nous manque vos nouvelles$/)
  expect(filed[1]?.text).toContain('Bruno Le Gall')
  // The rule that reminds the first respondent counts its own letters.
  expect(await stored(operator, of.followUpId)).toMatchObject({ state: 'sent' })
  expect((await respondentsShown(of)).people).toMatchObject([{ state: 'asked', askedOn: tomorrow }])
  const told = await operator.inside(({ tx }) =>
    tx.select({ data: events.data }).from(events).where(eq(events.name, 'follow-up.respondent-reminded')),
  )
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('Bruno')
})

test('nobody is reminded of a wave that she was not asked of, nor somebody of elsewhere', async ({ operator }) => {
  const of = await anAskedBruno(operator)
  const remind = (personId: string) => of.practitioner.run(remindRespondent, { ...of.wave, personId })
  expect(await remind(of.first)).toMatchObject({ failure: { tag: 'respondent-not-asked' } })
  const elsewhere = await anAskedWave(operator)
  expect(await remind(elsewhere.first)).toMatchObject({ failure: { tag: 'unknown-person' } })
})

type Of = Awaited<ReturnType<typeof anAskedBruno>>
const setCase = (operator: TestOperator, of: Of, columns: Partial<typeof accompaniments.$inferInsert>) =>
  operator.inside(({ tx }) =>
    tx
      .update(accompaniments)
      .set(columns)
      .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, of.accompanimentId))),
  )
const settle = (state: 'refused' | 'unreachable') => (_operator: TestOperator, of: Of) =>
  of.practitioner.must(settleFollowUp, { ...of.wave, state })

/** Each with what takes it back, after which she is reminded. */
const refusals: [string, (operator: TestOperator, of: Of) => Promise<unknown>][] = [
  [
    'respondent-answered',
    async (operator, of) => (await linkOf(operator, of, of.personId)).must(answerByLink, { headcount: '9' }),
  ],
  ['follow-up-refused', settle('refused')],
  ['follow-up-unreachable', settle('unreachable')],
  [
    'follow-up-cancelled',
    (operator, of) =>
      operator.inside(({ tx }) =>
        tx.update(followUps).set({ state: 'cancelled' }).where(eq(followUps.id, of.followUpId)),
      ),
  ],
  ['case-suspended', (operator, of) => setCase(operator, of, { suspendedOn: testDay })],
  ['case-abandoned', (operator, of) => setCase(operator, of, { abandonedOn: testDay })],
  [
    'person-without-email',
    (operator, of) =>
      operator.inside(({ tx }) => tx.update(people).set({ email: null }).where(eq(people.id, of.personId))),
  ],
  [
    'respondent-address-refused',
    (operator, of) =>
      operator.inside(async ({ tx }) => {
        await tx.update(sends).set({ state: 'failed', bounced: true, sentAt: null }).where(eq(sends.recipient, bruno))
        // As somebody may have typed it on her sheet.
        await tx.update(people).set({ email: 'Bruno@Structure.example' }).where(eq(people.id, of.personId))
      }),
  ],
]

for (const [tag, happens] of refusals)
  test(`somebody is not reminded, and the practitioner reads why: ${tag}`, async ({ operator }) => {
    const of = await anAskedBruno(operator)
    await happens(operator, of)
    expect(await of.remind(tomorrow)).toMatchObject(refused(tag))
    expect(await letters(operator)).toHaveLength(1)
  })

test('a reminder on its way is stopped by an answer, by a refusal, and by the end of the wave', async ({
  operator,
}) => {
  for (const state of ['answered', 'refused', 'unreachable', 'cancelled'] as const) {
    const of = await anAskedBruno(operator)
    expect(await of.remind(tomorrow)).toMatchObject({ kind: 'done' })
    if (state === 'answered') await (await linkOf(operator, of, of.personId)).must(answerByLink, { headcount: '9' })
    else if (state === 'cancelled')
      await operator.inside(({ tx }) => tx.update(followUps).set({ state }).where(eq(followUps.id, of.followUpId)))
    else await of.practitioner.must(settleFollowUp, { ...of.wave, state })
    await of.leave(tomorrow)
    expect({ state, left: (await letters(operator)).at(-1) }).toMatchObject({
      state,
      left: { message: 'follow-up.reminder', state: 'cancelled' },
    })
  }
})

test('who was asked is reminded once somebody else has answered, at her address of today', async ({ operator }) => {
  const of = await anAskedBruno(operator)
  await (await linkOf(operator, of, of.first)).must(answerByLink, { headcount: '9' })
  await of.practitioner.must(updatePerson, {
    id: of.organisationId,
    personId: of.personId,
    version: 1,
    name: 'Bruno Le Gall',
    email: 'b.legall@structure.example',
    function: 'governance',
  })
  expect(await of.remind(tomorrow)).toMatchObject({ kind: 'done' })
  await of.leave(tomorrow)
  expect((await letters(operator)).at(-1)).toMatchObject({
    recipient: 'b.legall@structure.example',
    message: 'follow-up.reminder',
    state: 'sent',
  })
})
