import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { amendments } from '#db/schema/contracts.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { aContract } from '../../harness/contracts.ts'
import { type TestOperator, test } from '../../harness/operator.ts'
import { send, shown } from '../../harness/put-back.ts'
import { lastChange } from '../../harness/samples/history.ts'

const contractOf = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx.select().from(engineerings).where(eq(engineerings.id, id))
    return row
  })
/** Four days, 4 200,50 €, until 30 June; then this. */
const added = { days: '1,5', amount: '1000,10', endsOn: '2026-09-30', signedOn: '2026-03-10', reason: 'Une étape.' }
const signed = { signedOn: '2026-03-12', reason: 'L’étape n’a pas lieu.' }

describe('what an amendment changed is put back by another amendment', () => {
  test('its days, its amount and its end, each alone and to the cent', async ({ operator }) => {
    const { one, engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(signAmendment, { engineeringId, version: 1, ...added })
    for (const field of ['daysOrdered', 'amount', 'endsOn']) {
      const page = await shown(practitioner, one.number, field)
      expect(page.asked.map(({ name }) => name)).toEqual(['signedOn', 'reason'])
      expect(await send(practitioner, page, { number: one.number, ...signed })).toMatchObject({ kind: 'done' })
    }
    expect(await contractOf(operator, engineeringId)).toMatchObject({
      daysOrdered: 4,
      amountCents: 420_050,
      endsOn: '2026-06-30',
    })
    const written = await operator.inside(({ tx }) => tx.select().from(amendments).orderBy(amendments.rank))
    expect(written.map(({ quartersAdded, centsAdded, reason }) => [quartersAdded, centsAdded, reason])).toEqual([
      [6, 100_010, 'Une étape.'],
      [-6, 0, signed.reason],
      [0, -100_010, signed.reason],
      [0, 0, signed.reason],
    ])
  })

  test('the difference is taken with what the contract is now', async ({ operator }) => {
    const { one, engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(signAmendment, { engineeringId, version: 1, ...added })
    const stale = await shown(practitioner, one.number, 'daysOrdered')
    const eventId = await lastChange(practitioner, one.number, 'daysOrdered')
    await practitioner.must(signAmendment, { engineeringId, version: 2, days: '1', ...signed })
    const page = await practitioner.read(putBackPage, { number: one.number, eventId, champ: 'daysOrdered' })
    expect(page).toMatchObject({
      value: { now: '6,5', before: '4', back: { name: 'days', value: '-2,5' } },
    })
    expect(await send(practitioner, stale, { number: one.number, ...signed })).toMatchObject({ kind: 'conflict' })
  })

  test('not without the day and the reason, nor under what was held, nor of a case that has no part in it', async ({
    operator,
  }) => {
    const { one, engineeringId } = await aContract(operator)
    const { one: stranger } = await aContract(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(signAmendment, { engineeringId, version: 1, ...added })
    const page = await shown(practitioner, one.number, 'daysOrdered')
    expect(await send(practitioner, page, { number: one.number })).toMatchObject({
      kind: 'invalid',
      fields: { signedOn: expect.anything(), reason: expect.anything() },
    })
    expect(await send(practitioner, page, { number: stranger.number, ...signed })).toEqual({ kind: 'not-found' })
    const early = { number: one.number, ...signed, signedOn: '2020-01-01' }
    expect(await send(practitioner, page, early)).toMatchObject({
      failure: { tag: 'amendment-before-contract', field: 'signedOn' },
    })
  })
})
