import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { figureCases } from '#app/features/figures/figure-cases.query.server.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { anne, aSheet, bilal, typedAs } from '#tests/harness/sheets.ts'

const asked = { du: '2026-01-01', au: '2026-12-31', code: 'sheets_incomplete' }

async function incomplete(operator: TestOperator) {
  const outcome = await (await operator.practitioner()).read(figureCases, asked)
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  const { figure, list } = outcome.value
  return { figure, cases: list.cases.map(one => [one.organisation, one.numerator, one.denominator]) }
}

describe('sessions held whose sheet is incomplete', () => {
  test('are counted until everybody has signed, and again once the hours differ', async ({ operator }) => {
    const { address, annes, bilals, sheet, engineeringId, sessionId, one } = await aSheet(operator)
    // Nobody noted who came: nobody knows what became of its sheet.
    await createSession(operator, await createEngineering(operator, [one]), { heldOn: '2026-03-12' })
    const consultant = await operator.consultant(engineeringId)
    const before = await incomplete(operator)
    expect(before.figure).toMatchObject({ value: 1, numerator: 1, denominator: 1, known: 1, missing: 1 })
    // One session of two members: half of it each, and an unknown one.
    expect(before.cases).toEqual([
      [one.name, 0.5, 0.5],
      ['Vélo pour tous', 0.5, 0.5],
    ])
    await consultant.must(signOnDevice, { ...address, sheet, placeId: annes, ...typedAs(anne) })
    expect((await incomplete(operator)).figure).toMatchObject({ numerator: 1, denominator: 1 })
    await consultant.must(signOnDevice, { ...address, sheet, placeId: bilals, ...typedAs(bilal) })
    expect((await incomplete(operator)).figure).toMatchObject({ value: 0, numerator: 0, denominator: 1 })
    await operator.inside(({ tx }) => tx.update(sessions).set({ endsAt: '11:00' }).where(eq(sessions.id, sessionId)))
    expect((await incomplete(operator)).figure).toMatchObject({ value: 1, numerator: 1, denominator: 1 })
  })
})
