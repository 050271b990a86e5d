import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { dueOnly } from '#app/features/reminders/reminder-rules.ts'
import { missingReminders } from '#app/features/reminders/reminders.store.server.ts'
import { rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import { operatorRuleCodes, ruleCodes } from '#db/seed/programmes/reminder-catalogue.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

const on = (text: string): Day => {
  const found = day(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}

/** Whom the rule would tell that day: what the sweep reads. */
const asked = (operator: TestOperator, code: string, today: Day, caseId?: string) =>
  operator.inside(async ({ tx, operator: { id, settings } }) => {
    const groups = await rulesInForce(tx, { id, settings })
    const missing = await missingReminders({ tx, operator: { id }, today }, groups, { until: today })
    return dueOnly(missing, today)
      .filter(({ rule, accompanimentId }) => rule === code && (!caseId || accompanimentId === caseId))
      .map(({ to }) => to)
      .sort()
  })

const mark = (operator: TestOperator, id: string, column: 'suspended_on' | 'abandoned_on', value: string | null) =>
  operator.inside(({ tx }) =>
    tx.execute(sql`update accompaniments set ${sql.raw(column)} = ${value}::date where id = ${id}`),
  )

describe('the rules of the trade', () => {
  test('are thirty-six, from R01 to R36', () => {
    const expected = Array.from({ length: 36 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`)
    expect([...ruleCodes].sort()).toEqual(expected)
  })

  for (const code of ruleCodes)
    test(`${code} is due on its day, not the day before, and until it is settled`, async ({ operator }) => {
      await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
      const { due, to, one, settle } = await ruledSubjects[code](operator)
      const today = on(due)
      const told = () => asked(operator, code, today, one?.id)
      expect(one === undefined).toBe(operatorRuleCodes.includes(code))
      expect(await asked(operator, code, addDays(today, -1), one?.id)).toEqual([])
      expect(await told()).toEqual(to)
      if (one)
        for (const column of ['suspended_on', 'abandoned_on'] as const) {
          await mark(operator, one.id, column, '2026-01-20')
          expect(await told()).toEqual([])
          await mark(operator, one.id, column, null)
          expect(await told()).toEqual(to)
        }
      await settle()
      expect(await told()).toEqual([])
    })
})
