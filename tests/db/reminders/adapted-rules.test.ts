import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { acceptVersion } from '#app/features/programmes/accept-version.command.server.ts'
import { adaptProgrammeRule } from '#app/features/programmes/adapt-rule.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { putProgrammeInService } from '#app/features/programmes/put-in-service.command.server.ts'
import { adaptOperatorRule } from '#app/features/reminders/adapt-operator-rule.command.server.ts'
import { caseRemindersPage } from '#app/features/reminders/case-reminders-page.query.server.ts'
import { rulesPage } from '#app/features/reminders/rules-page.query.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { events, notifications } from '#db/schema/journal.ts'
import { at } from '#tests/harness/days.ts'
import { ledger } from '#tests/harness/ledger.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'
import { wholeRule } from '#tests/harness/samples/reminders.ts'

const sweep = (operator: TestOperator, day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
const written = (operator: TestOperator, rule: string) =>
  operator.inside(({ tx }) =>
    tx
      .select()
      .from(reminders)
      .where(and(eq(reminders.operatorId, operator.id), eq(reminders.rule, rule)))
      .orderBy(reminders.occurrence),
  )
const ruleOf = async (manager: TestActor, rule: string) => {
  const page = await manager.read(programmePage, { code: 'dla-individuel' })
  const found = page.kind === 'done' ? page.value.definition.reminders.find(known => known.rule === rule) : undefined
  if (!found) throw new Error(`no rule ${rule}`)
  return found
}
const operatorRule = async (manager: TestActor, rule: string) => {
  const page = await manager.read(rulesPage)
  const found = page.kind === 'done' ? page.value.rules.find(known => known.rule === rule) : undefined
  if (!found) throw new Error(`no rule ${rule}`)
  return found
}
/** Its letters to the partner, which nobody wants any more. */
const withoutPartner = ({ occurrences }: ReturnType<typeof wholeRule>) =>
  occurrences.filter(({ to }) => to === 'partner').map(told => ({ ...told, days: '' }))
const accept = async (manager: TestActor) => {
  await manager.must(putProgrammeInService, { code: 'dla-individuel', revision: 2 })
  await manager.must(acceptVersion, { code: 'dla-individuel' })
}

describe('a rule of a programme', () => {
  test('reminds when, whom and how its operator says', async ({ operator }) => {
    const manager = await operator.manager()
    await ruledSubjects.R35(operator)
    const whole = wholeRule(await ruleOf(manager, 'R35'))
    const adapted = {
      code: 'dla-individuel',
      ...whole,
      occurrences: [
        { days: '2', business: 'oui', to: 'manager', channel: 'mail' },
        { days: '20', business: 'non', to: 'practitioner', channel: 'product' },
        ...withoutPartner(whole),
      ],
      escalation: '5',
      escalationBusiness: 'oui',
    }
    await manager.must(adaptProgrammeRule, adapted)
    // Somebody else had the page open.
    expect(await manager.run(adaptProgrammeRule, adapted)).toMatchObject({
      kind: 'conflict',
      current: { values: { 'occurrences[0].to': 'manager', escalation: '5' } },
    })
    await accept(manager)
    await sweep(operator, '2026-03-03')
    expect(await written(operator, 'R35')).toEqual([])
    await sweep(operator, '2026-03-04')
    expect(await ledger(operator)).toMatchObject([{ message: 'reminder.team', recipientUserId: manager.userId }])
    // Twenty days after the 2nd is the 22nd, a Sunday; five business days later, the 27th.
    await sweep(operator, '2026-03-22')
    await sweep(operator, '2026-03-26')
    expect(await written(operator, 'R35')).toHaveLength(2)
    await sweep(operator, '2026-03-27')
    expect(await written(operator, 'R35')).toMatchObject([
      { occurrence: 1, state: 'done', recipientKind: 'manager' },
      { occurrence: 2, state: 'due', recipientKind: 'practitioner' },
      { occurrence: 9, state: 'due', recipientKind: 'manager' },
    ])
  })

  test('reminds once more, or once less, and tells a manager in the end but once', async ({ operator }) => {
    const manager = await operator.manager()
    await ruledSubjects.R35(operator)
    const more = { days: '6', business: 'non', to: 'manager', channel: 'product' }
    const base = { code: 'dla-individuel', escalation: '2', escalationBusiness: 'non' }
    const whole = wholeRule(await ruleOf(manager, 'R35'))
    const two = ['2', '4'].map(days => ({ days, business: 'non', to: 'practitioner', channel: 'product' }))
    await manager.must(adaptProgrammeRule, { ...whole, ...base, occurrences: [...two, ...withoutPartner(whole)] })
    await accept(manager)
    for (const day of ['2026-03-04', '2026-03-06', '2026-03-08']) await sweep(operator, day)
    const told = async () =>
      (await written(operator, 'R35')).map(({ occurrence, state }) => `${occurrence} ${state}`).sort()
    expect(await told()).toEqual(['1 due', '2 due', '9 due'])

    const changed = async (occurrences: unknown[], revision: number) => {
      await manager.must(adaptProgrammeRule, { ...wholeRule(await ruleOf(manager, 'R35')), ...base, occurrences })
      await manager.must(putProgrammeInService, { code: 'dla-individuel', revision })
      await manager.must(acceptVersion, { code: 'dla-individuel' })
    }
    await changed([...two, more], 3)
    for (const day of ['2026-03-09', '2026-03-10', '2026-03-11']) await sweep(operator, day)
    expect(await told()).toEqual(['1 due', '2 due', '3 due', '9 due'])
    await changed([...two, { ...more, days: '' }], 4)
    expect((await ruleOf(manager, 'R35')).occurrences).toHaveLength(2)
  })

  test('reminds nobody once it is off, and what it asked stops', async ({ operator }) => {
    const manager = await operator.manager()
    await ruledSubjects.R35(operator)
    await sweep(operator, '2026-03-09')
    expect(await written(operator, 'R35')).toMatchObject([{ state: 'due' }])
    const whole = wholeRule(await ruleOf(manager, 'R35'))
    await manager.must(adaptProgrammeRule, { code: 'dla-individuel', ...whole, on: 'non' })
    await accept(manager)
    await sweep(operator, '2026-03-16')
    expect(await written(operator, 'R35')).toMatchObject([{ occurrence: 1, state: 'stopped' }])
  })

  test('stands on its case with whom it told in the product, until nothing asks for it', async ({ operator }) => {
    const manager = await operator.manager()
    const { one, settle } = await ruledSubjects.R35(operator)
    if (!one) throw new Error('no case')
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ practitionerId: manager.userId }).where(eq(accompaniments.id, one.id)),
    )
    const told = async () => {
      const page = await manager.read(caseRemindersPage, { number: one.number })
      return page.kind === 'done' ? page.value.told.map(({ on, state }) => `${on} ${state}`) : page.kind
    }
    expect(await told()).toEqual([])
    await sweep(operator, '2026-03-09')
    expect(await told()).toEqual(['2026-03-09 unread'])
    const readAt = new Date()
    await operator.inside(({ tx }) =>
      tx.update(notifications).set({ readAt }).where(eq(notifications.operatorId, operator.id)),
    )
    expect(await told()).toEqual(['2026-03-09 read'])
    await settle()
    await sweep(operator, '2026-03-10')
    expect(await told()).toEqual(['2026-03-09 ended'])
  })

  test('says at its field what cannot be', async ({ operator }) => {
    const manager = await operator.manager()
    await ruledSubjects.R35(operator)
    const whole = wholeRule(await ruleOf(manager, 'R35'))
    const [first, second, ...toPartner] = whole.occurrences
    const given = (occurrences: unknown[]) =>
      manager.run(adaptProgrammeRule, { code: 'dla-individuel', ...whole, occurrences })
    expect(await given([{ ...first, to: 'provider', channel: 'mail' }, second, ...toPartner])).toMatchObject({
      kind: 'invalid',
      fields: { 'occurrences[0].to': ['input.nobody-to-tell'] },
    })
    expect(await given([first, { ...second, to: 'organisation' }, ...toPartner])).toMatchObject({
      fields: { 'occurrences[1].channel': ['input.product-is-for-the-team'] },
    })
    expect(await given([{ ...first, days: '' }, second, ...toPartner])).toMatchObject({
      fields: { 'occurrences[0].days': ['input.only-the-last'] },
    })
    expect(await given(whole.occurrences.map(told => ({ ...told, days: '' })))).toMatchObject({
      fields: { 'occurrences[0].days': ['input.only-the-last'] },
    })
    expect(await given([first])).toMatchObject({ fields: { '': ['input.invalid'] } })
    expect(await given([{ ...first, days: '4000' }, second, ...toPartner])).toMatchObject({
      fields: { 'occurrences[0].days': [expect.stringContaining('input.too-big')] },
    })
    expect(await given([first])).toMatchObject({ kind: 'invalid' })
  })
})

test('a rule of the operator is adapted at once, and its history kept', async ({ operator }) => {
  const manager = await operator.manager()
  const { due } = await ruledSubjects.R32(operator)
  const whole = wholeRule(await operatorRule(manager, 'R32'))
  const [only] = whole.occurrences
  const later = { ...whole, occurrences: [{ ...only, days: '-179', channel: 'mail' }] }
  await manager.must(adaptOperatorRule, later)
  expect(await manager.run(adaptOperatorRule, later)).toMatchObject({ kind: 'conflict' })
  await sweep(operator, due)
  expect(await written(operator, 'R32')).toEqual([])
  await sweep(operator, '2026-03-03')
  expect(await ledger(operator)).toMatchObject([{ message: 'reminder.team', recipientUserId: manager.userId }])
  const told = await operator.inside(({ tx }) =>
    tx.select().from(events).where(eq(events.name, 'operator.reminder-rule-adapted')),
  )
  expect(told).toMatchObject([{ data: { rule: 'R32' } }])
  expect((await operatorRule(manager, 'R24')).occurrences).toHaveLength(3)
})
