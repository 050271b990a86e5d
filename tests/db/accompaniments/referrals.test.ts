import { describe, expect } from 'vitest'
import { answerReferral } from '#app/features/accompaniments/answer-referral.command.server.ts'
import { intakePage } from '#app/features/accompaniments/intake-page.query.server.ts'
import { referAccompaniment } from '#app/features/accompaniments/refer-accompaniment.command.server.ts'
import { caseIn } from '../../harness/cases.ts'
import { type TestActor, test } from '../../harness/operator.ts'

async function referralsOf(practitioner: TestActor, number: string) {
  const page = await practitioner.read(intakePage, { number })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.referrals
}

describe('a referral, from the need to what it gave', () => {
  test('says by when an answer is expected, and never before it was sent', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator)
    const referral = { number, sentTo: 'France Active', reason: 'Un prêt de trésorerie.', sentOn: '2026-03-02' }
    expect(await practitioner.run(referAccompaniment, { ...referral, expectedOn: '2026-03-01' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'answer-before-referral', field: 'expectedOn' },
    })
    await practitioner.must(referAccompaniment, { ...referral, expectedOn: '2026-03-20' })
    expect(await referralsOf(practitioner, number)).toMatchObject([
      { sentTo: 'France Active', expectedOn: '2026-03-20', answer: null, outcome: null },
    ])
  })

  test('is answered, then said what it gave; the second of two writers is shown what stands', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator)
    const referral = { number, sentTo: 'La pépinière', reason: 'Un bureau.', sentOn: '2026-03-02' }
    await practitioner.must(referAccompaniment, referral)
    const [sent] = await referralsOf(practitioner, number)
    const answer = { number, referralId: sent?.id, version: sent?.version, answer: 'accepted' }
    expect(await practitioner.run(answerReferral, { ...answer, answeredOn: '2026-03-01' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'answer-before-referral', field: 'answeredOn' },
    })
    await practitioner.must(answerReferral, { ...answer, answeredOn: '2026-03-05' })
    const gave = { ...answer, version: 2, answeredOn: '2026-03-05', outcome: 'Un bureau pour deux ans.' }
    await practitioner.must(answerReferral, gave)
    expect(await referralsOf(practitioner, number)).toMatchObject([
      { answer: 'accepted', answeredOn: '2026-03-05', outcome: 'Un bureau pour deux ans.' },
    ])
    expect(await practitioner.run(answerReferral, { ...gave, outcome: 'Rien.' })).toMatchObject({
      kind: 'conflict',
      current: { values: { outcome: 'Un bureau pour deux ans.' } },
    })
  })
})
