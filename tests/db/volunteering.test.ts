import { describe, expect } from 'vitest'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { addVolunteerTime } from '#app/features/volunteering/add-volunteer-time.command.server.ts'
import { removeVolunteerTime } from '#app/features/volunteering/remove-volunteer-time.command.server.ts'
import { volunteeringPage } from '#app/features/volunteering/volunteering-page.query.server.ts'
import { day } from '#app/kernel/day.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

const line = { doneOn: '2026-03-02', activity: 'Relecture des comptes', hours: '2,5', hourlyRate: '11,88' }

async function sheet(actor: TestActor, number: string) {
  const page = await actor.read(volunteeringPage, { number })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}
const hoursOf2026 = (operator: TestOperator) =>
  operator.inside(async ({ tx }) => {
    const [from, to] = [day('2026-01-01'), day('2026-12-31')]
    if (!from || !to) throw new Error('no such day')
    const ask = { period: { from, to }, dimension: null, agreement: null, audience: 'operator' as const }
    const { figures } = await computeFigures(tx, operator.id, ask)
    return figures.find(({ code }) => code === 'volunteer_hours')?.value
  })

describe('volunteer time', () => {
  test('is valued to the cent, counts in the figure, and proposes the rate again', async ({ operator }) => {
    const { number } = await caseIn(operator)
    const practitioner = await operator.practitioner()
    expect(await sheet(practitioner, number)).toMatchObject({ lines: [], rate: null })
    await practitioner.must(addVolunteerTime, { number, ...line, volunteer: 'Une administratrice' })
    await practitioner.must(addVolunteerTime, { number, ...line, hours: '1', hourlyRate: '' })
    expect(await sheet(practitioner, number)).toMatchObject({
      lines: [{ cents: null }, { cents: 2970, volunteer: 'Une administratrice' }],
      total: { hours: 3.5, cents: 2970 },
      rate: 11.88,
    })
    expect(await hoursOf2026(operator)).toBe(3.5)
  })

  test('that was noted by mistake leaves the sheet and the figure, not the history', async ({ operator }) => {
    const { number } = await caseIn(operator)
    const practitioner = await operator.practitioner()
    const { id: timeId } = await practitioner.must(addVolunteerTime, { number, ...line })
    const other = await caseIn(operator)
    expect(await practitioner.run(removeVolunteerTime, { number: other.number, timeId })).toMatchObject({
      kind: 'not-found',
    })
    await practitioner.must(removeVolunteerTime, { number, timeId })
    expect((await sheet(practitioner, number)).lines).toEqual([])
    expect(await hoursOf2026(operator)).toBe(0)
    const history = await practitioner.read(historyPage, { number })
    expect(JSON.stringify(history)).toContain('Relecture des comptes')
  })

  test('is not of a day to come, nor less than a quarter of an hour', async ({ operator }) => {
    const { number } = await caseIn(operator)
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(addVolunteerTime, { number, ...line, doneOn: '2027-01-01' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'day-to-come' },
    })
    expect(await practitioner.run(addVolunteerTime, { number, ...line, hours: '0,1' })).toMatchObject({
      kind: 'invalid',
      fields: { hours: expect.anything() },
    })
  })
})
