import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { caseEngineeringsPage } from '#app/features/engineerings/case-engineerings-page.query.server.ts'
import type { FigureCode } from '#app/features/figures/catalogue.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { answerShare } from '#app/features/shares/answer-share.command.server.ts'
import { joinShare } from '#app/features/shares/join-share.command.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { sharePage } from '#app/features/shares/share-page.query.server.ts'
import { sharesPage } from '#app/features/shares/shares-page.query.server.ts'
import { tellShare } from '#app/features/shares/tell-share.effect.server.ts'
import { on } from '#tests/harness/days.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { createOperator, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const clock = { clock: testClock }

async function figure(operator: TestOperator, code: FigureCode) {
  const period = { from: on('2026-01-01'), to: on('2026-12-31') }
  const ask = { period, audience: 'operator' as const, agreement: null, dimension: null }
  const { figures } = await operator.inside(({ tx }) => computeFigures(tx, operator.id, ask))
  const found = figures.find(one => one.code === code)
  if (!found) throw new Error(code)
  return found
}
/** What its figures count of money, in cents. */
const cents = async (operator: TestOperator) => ((await figure(operator, 'cost_per_organisation')).numerator ?? 0) * 100

async function shareOf(operator: TestOperator) {
  const actor = await operator.practitioner()
  const read = await actor.read(sharesPage)
  const share = read.kind === 'done' ? read.value.shares[0] : undefined
  if (!share) throw new Error('no share')
  return { actor, share }
}

async function aContract(lead: TestOperator, partners: readonly TestOperator[], amountCents: number, own = '1') {
  const engineeringId = await createEngineering(lead, [await createCase(lead)], { daysOrdered: 10, amountCents })
  await createSession(lead, engineeringId, { heldOn: '2026-02-05', days: 3 })
  const practitioner = await lead.practitioner()
  const rows = partners.map(({ slug }) => ({ slug, weight: '1' }))
  await practitioner.must(shareEngineering, { engineeringId, version: 1, own, partners: rows })
  await perform(sendShares, lead.id, { engineeringId }, clock)
  let version = 2
  return {
    engineeringId,
    amend: async (amount: string, extra = {}) => {
      const signed = {
        engineeringId,
        version,
        amount,
        signedOn: '2026-03-10',
        reason: 'Une rencontre de plus.',
        ...extra,
      }
      await practitioner.must(signAmendment, signed)
      version += 1
    },
    write: () => perform(sendShares, lead.id, { engineeringId }, clock),
    parts: async () => {
      const read = await practitioner.read(sharePage, { engineeringId })
      if (read.kind !== 'done') throw new Error(read.kind)
      return read.value.operators.filter(({ isLead }) => !isLead)
    },
    answers: async (partner: TestOperator, answer: 'accepted' | 'declined' = 'accepted') => {
      const { actor, share } = await shareOf(partner)
      await actor.must(answerShare, { shareId: share.id, version: share.version, answer })
      await perform(tellShare, partner.id, { shareId: share.id }, clock)
      await perform(sendShares, lead.id, { engineeringId }, clock)
    },
  }
}

describe('an amendment of what partners have accepted', () => {
  test('leaves the accepted part standing until the new one is accepted, and both count the whole', async ({
    operator,
    foreign,
  }) => {
    const { amend, write, answers, parts } = await aContract(operator, [foreign], 100_000)
    await answers(foreign)
    expect([await cents(operator), await cents(foreign)]).toEqual([50_000, 50_000])
    await amend('200', { days: '1' })
    // At once, before anybody is written to: what is added counts with the lead.
    expect([await cents(operator), await cents(foreign)]).toEqual([70_000, 50_000])
    expect(await parts()).toMatchObject([
      { isDiscussed: true, cents: 60_000, accepted: { quarters: 20, cents: 50_000 } },
    ])
    await write()
    expect([await cents(operator), await cents(foreign)]).toEqual([70_000, 50_000])
    expect((await shareOf(foreign)).share).toMatchObject({
      state: 'proposed',
      quarters: 22,
      amountCents: 60_000,
      standing: { quarters: 20, cents: 50_000 },
      counted: { days: 1.5, cents: 50_000 },
    })
    await answers(foreign)
    expect([await cents(operator), await cents(foreign)]).toEqual([60_000, 60_000])
    expect((await shareOf(foreign)).share).toMatchObject({ state: 'accepted', standing: null })
    expect(await parts()).toMatchObject([{ isDiscussed: false, state: 'accepted' }])
  })

  test('leaves it standing when it is declined, and when it is amended back there is nothing to ask', async ({
    operator,
    foreign,
  }) => {
    const { amend, write, answers, parts } = await aContract(operator, [foreign], 100_000)
    await answers(foreign)
    await amend('200')
    await write()
    await answers(foreign, 'declined')
    expect([await cents(operator), await cents(foreign)]).toEqual([70_000, 50_000])
    expect((await figure(foreign, 'provider_days')).value).toBe(1.5)
    expect(await parts()).toMatchObject([{ isDiscussed: true, state: 'accepted' }])
    expect((await shareOf(foreign)).share).toMatchObject({ state: 'declined', standing: { cents: 50_000 } })
    await amend('-200')
    await write()
    expect((await shareOf(foreign)).share).toMatchObject({ state: 'accepted', standing: null })
    expect([await cents(operator), await cents(foreign)]).toEqual([50_000, 50_000])
    // What was accepted may still be declined after all.
    await answers(foreign, 'declined')
    expect([await cents(operator), await cents(foreign)]).toEqual([100_000, 0])
    expect(await parts()).toMatchObject([{ isDiscussed: false, state: 'declined' }])
  })

  test('counts less at once, where the contract holds no more', async ({ operator, foreign }) => {
    const { amend, write, answers } = await aContract(operator, [foreign], 100_000, '0')
    await answers(foreign)
    await amend('-400')
    await write()
    expect([await cents(operator), await cents(foreign)]).toEqual([0, 60_000])
    expect((await shareOf(foreign)).share).toMatchObject({ state: 'proposed', standing: { cents: 100_000 } })
  })

  test('is not accepted by an answer to what was asked before it', async ({ operator, foreign }) => {
    const { amend, write } = await aContract(operator, [foreign], 100_000)
    const { actor, share } = await shareOf(foreign)
    await actor.must(answerShare, { shareId: share.id, version: share.version, answer: 'accepted' })
    await amend('200')
    // The answer travels while the amendment is signed: it accepts what was shown.
    await perform(tellShare, foreign.id, { shareId: share.id }, clock)
    await write()
    expect([await cents(operator), await cents(foreign)]).toEqual([70_000, 50_000])
    expect((await shareOf(foreign)).share).toMatchObject({ state: 'proposed', standing: { cents: 50_000 } })
  })

  test('sums to the whole over operators, whatever is amended and whoever answers what', async ({ operator }) => {
    const partners = [await createOperator(), await createOperator()]
    const answer = fc.constantFrom('accepted' as const, 'declined' as const, null)
    const story = fc.record({
      before: fc.integer({ min: 1000, max: 10_000_000 }),
      own: fc.integer({ min: 0, max: 9 }),
      amended: fc.array(fc.integer({ min: -900, max: 1_000_000 }), { minLength: 1, maxLength: 3 }),
      answers: fc.array(answer, { minLength: 8, maxLength: 8 }),
    })
    let whole = 0
    for (const { before, own, amended, answers: given } of fc.sample(story, { numRuns: 8, seed: 11 })) {
      const contract = await aContract(operator, partners, before, `${own}`)
      const left = [...given]
      const all = async () => {
        for (const partner of partners) {
          const next = left.shift()
          const { share } = await shareOf(partner)
          if (next && next !== share.state) await contract.answers(partner, next)
        }
      }
      await all()
      whole += before
      for (const cent of amended.filter(one => one !== 0)) {
        if (whole + cent < 0) continue
        await contract.amend((cent / 100).toFixed(2).replace('.', ','))
        whole += cent
        await contract.write()
        await all()
        const counted = await Promise.all([operator, ...partners].map(cents))
        expect(counted.reduce((sum, one) => sum + one, 0)).toBeCloseTo(whole, 3)
        for (const one of counted) expect(one).toBeGreaterThan(-0.001)
      }
    }
  }, 120_000)
})

test('a case lists what other operators lead and it takes part in', async ({ operator, foreign }) => {
  const { answers } = await aContract(operator, [foreign], 100_000)
  await answers(foreign)
  const { actor, share } = await shareOf(foreign)
  const [joined, other] = [await createCase(foreign), await createCase(foreign)]
  await actor.must(joinShare, { shareId: share.id, number: joined.number })
  const listed = async (number: string) => {
    const read = await actor.read(caseEngineeringsPage, { number })
    return read.kind === 'done' ? read.value.shares : read.kind
  }
  expect(await listed(joined.number)).toEqual([
    { id: share.id, title: share.title, lead: share.lead, state: 'accepted' },
  ])
  expect(await listed(other.number)).toEqual([])
})
