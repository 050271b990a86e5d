import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import type { FigureCode } from '#app/features/figures/catalogue.ts'
import type { FigureAsk } from '#app/features/figures/figure.ts'
import { casesBehind } from '#app/features/figures/figure-cases.store.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { answerShare } from '#app/features/shares/answer-share.command.server.ts'
import { joinShare } from '#app/features/shares/join-share.command.server.ts'
import { leaveShare } from '#app/features/shares/leave-share.command.server.ts'
import { receiveShare } from '#app/features/shares/received-shares.store.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { factsForPartners } from '#app/features/shares/share-facts.store.server.ts'
import { sharesPage } from '#app/features/shares/shares-page.query.server.ts'
import { sweepShares } from '#app/features/shares/sweep-shares.effect.server.ts'
import { tellShare } from '#app/features/shares/tell-share.effect.server.ts'
import { engineerings, sessions } from '#db/schema/engineerings.ts'
import { outbox } from '#db/schema/journal.ts'
import { on } from '#tests/harness/days.ts'
import { createCase, createEngineering, createSession, heldSession } from '#tests/harness/missions.ts'
import { createOperator, type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const clock = { clock: testClock }
const ask: FigureAsk = {
  period: { from: on('2026-01-01'), to: on('2026-12-31') },
  audience: 'operator',
  agreement: null,
  dimension: null,
}

async function figuresOf(operator: TestOperator, given: FigureAsk = ask) {
  const { figures } = await operator.inside(({ tx }) => computeFigures(tx, operator.id, given))
  return (code: FigureCode) => {
    const found = figures.find(figure => figure.code === code)
    if (!found) throw new Error(code)
    return found
  }
}

const sharesSeenBy = async (actor: TestActor) => {
  const read = await actor.read(sharesPage)
  if (read.kind !== 'done') throw new Error(read.kind)
  return read.value.shares
}

/** The partner answers, the lead notes it, and writes back what counts. */
async function answers(
  lead: TestOperator,
  partner: TestOperator,
  engineeringId: string,
  answer: 'accepted' | 'declined' = 'accepted',
) {
  const actor = await partner.practitioner()
  const share = (await sharesSeenBy(actor)).find(({ leadId }) => leadId === lead.id)
  if (!share) throw new Error('no share')
  await actor.must(answerShare, { shareId: share.id, version: share.version, answer })
  await perform(tellShare, partner.id, { shareId: share.id }, clock)
  await perform(sendShares, lead.id, { engineeringId }, clock)
  return { actor, shareId: share.id }
}

async function aShared(lead: TestOperator, partners: readonly TestOperator[], contract = {}) {
  const cases = [await createCase(lead, 'Terre et Partage'), await createCase(lead, 'Le Fournil')]
  const engineeringId = await createEngineering(lead, cases, {
    daysOrdered: 11.25,
    amountCents: 1_125_001,
    paidOn: '2026-06-15',
    ...contract,
  })
  await createSession(lead, engineeringId, { heldOn: '2026-02-05', days: 0.75 })
  await createSession(lead, engineeringId, { heldOn: '2026-03-05', days: 1 })
  await createSession(lead, engineeringId, { heldOn: '2026-03-06', days: 2, status: 'planned' })
  const practitioner = await lead.practitioner()
  const rows = partners.map(({ slug }) => ({ slug, weight: '1' }))
  await practitioner.must(shareEngineering, { engineeringId, version: 1, own: '1', partners: rows })
  await perform(sendShares, lead.id, { engineeringId }, clock)
  return { engineeringId, practitioner, cases }
}

describe('a part of a shared engineering', () => {
  test('counts with its lead until it is accepted, and then with its partner', async ({ operator, foreign }) => {
    const { engineeringId } = await aShared(operator, [foreign])
    expect((await figuresOf(operator))('provider_days').value).toBe(1.75)
    expect((await figuresOf(foreign))('provider_days').value).toBe(0)
    expect((await figuresOf(foreign))('engineering_collective').value).toBe(0)
    const { actor, shareId } = await answers(operator, foreign, engineeringId)
    for (const one of [operator, foreign]) {
      const figure = await figuresOf(one)
      expect(figure('provider_days').value).toBe(0.875)
      expect(figure('engineering_collective').value).toBe(1)
      expect(figure('engineering_individual').value).toBe(0)
      expect(figure('providers_active').value).toBe(1)
      expect(figure('day_cost')).toMatchObject({ numerator: 5625.005, denominator: 0.875 })
    }
    const before = await figuresOf(foreign)
    expect(before('cost_per_organisation').status).toBe('not_applicable')
    const one = await createCase(foreign, 'Le Fournil du nord')
    const other = await createCase(foreign, 'La Fabrique')
    await actor.must(joinShare, { shareId, number: one.number })
    await actor.must(joinShare, { shareId, number: other.number })
    const figure = await figuresOf(foreign)
    expect(figure('cost_per_organisation')).toMatchObject({ numerator: 5625.005, denominator: 2 })
    expect(figure('mean_days')).toMatchObject({ numerator: 0.875, denominator: 2 })
    expect(figure('organisations_supported').value).toBe(2)
    expect(figure('engineering_share').value).toBe(1)
    // Unknown here: no case of this operator bears that number.
    expect(await actor.run(joinShare, { shareId, number: '2026-9999' })).toMatchObject({
      failure: { tag: 'unknown-case', field: 'number' },
    })
    await actor.must(leaveShare, { shareId, accompanimentId: other.id })
    expect((await figuresOf(foreign))('cost_per_organisation').denominator).toBe(1)
  })

  test('leads from its figure to the cases of its own operator, and to no other', async ({ operator, foreign }) => {
    const { engineeringId, cases } = await aShared(operator, [foreign])
    const { actor, shareId } = await answers(operator, foreign, engineeringId)
    const joined = [await createCase(foreign, 'Le Fournil du nord'), await createCase(foreign, 'La Fabrique')]
    for (const { number } of joined) await actor.must(joinShare, { shareId, number })
    const behind = (one: TestOperator) =>
      one.inside(({ tx }) => casesBehind(tx, one.id, ask, { code: 'provider_days', cell: null, limit: 100, offset: 0 }))
    const there = await behind(foreign)
    expect(there.cases.map(({ number, numerator }) => [number, numerator])).toEqual(
      joined.map(({ number }) => [number, 0.4375]),
    )
    expect(there.numerator).toBe(0.875)
    const here = await behind(operator)
    expect(here.cases.map(({ number }) => number)).toEqual(cases.map(({ number }) => number))
    expect(here.numerator).toBe(0.875)
  })

  test('declined after all, split otherwise or taken back, it counts with its lead again', async ({
    operator,
    foreign,
  }) => {
    const { engineeringId, practitioner } = await aShared(operator, [foreign])
    await answers(operator, foreign, engineeringId)
    const days = async () => [
      (await figuresOf(operator))('provider_days').value,
      (await figuresOf(foreign))('provider_days').value,
    ]
    await answers(operator, foreign, engineeringId, 'declined')
    expect(await days()).toEqual([1.75, 0])
    await answers(operator, foreign, engineeringId)
    expect(await days()).toEqual([0.875, 0.875])
    // The same key in other numbers asks nobody again; another one does.
    const key = (version: number, own: string) => ({
      engineeringId,
      version,
      own,
      partners: [{ slug: foreign.slug, weight: '3' }],
    })
    await practitioner.must(shareEngineering, key(2, '3'))
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await days()).toEqual([0.875, 0.875])
    await practitioner.must(shareEngineering, key(3, '4'))
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await days()).toEqual([1.75, 0])
    await answers(operator, foreign, engineeringId)
    expect(await days()).toEqual([1, 0.75])
    await practitioner.must(shareEngineering, { engineeringId, version: 4, own: '1', partners: [] })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await days()).toEqual([1.75, 0])
    expect((await figuresOf(foreign))('engineering_collective').value).toBe(0)
    expect(await sharesSeenBy(await foreign.practitioner())).toMatchObject([{ isWithdrawn: true, counted: null }])
  })

  test('an answer to an earlier key, or one that a later answer overtook, changes nothing', async ({
    operator,
    foreign,
  }) => {
    const { engineeringId, practitioner } = await aShared(operator, [foreign])
    const partner = await foreign.practitioner()
    const [share] = await sharesSeenBy(partner)
    const shareId = share?.id ?? ''
    await partner.must(answerShare, { shareId, version: 1, answer: 'accepted' })
    // The key changes before the answer arrives.
    const partners = [{ slug: foreign.slug, weight: '9' }]
    await practitioner.must(shareEngineering, { engineeringId, version: 2, own: '1', partners })
    expect(await perform(tellShare, foreign.id, { shareId }, clock)).toEqual({ told: false })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect((await figuresOf(operator))('provider_days').value).toBe(1.75)
    expect((await figuresOf(foreign))('provider_days').value).toBe(0)
    expect(await sharesSeenBy(partner)).toMatchObject([{ state: 'proposed' }])
  })

  test('follows each later change: those that say so at once, the others at the next sweep', async ({
    operator,
    foreign,
  }) => {
    const { engineeringId, practitioner, cases } = await aShared(operator, [foreign], { paidOn: null })
    await answers(operator, foreign, engineeringId)
    const waiting = () =>
      operator.inside(({ tx }) =>
        tx
          .select({ key: outbox.dedupKey })
          .from(outbox)
          .where(and(eq(outbox.operatorId, operator.id), eq(outbox.job, 'share.send'))),
      )
    const before = (await waiting()).length
    await practitioner.must(recordSession, { ...heldSession(engineeringId, cases), kind: 'collective' })
    expect(await waiting()).toHaveLength(before + 1)
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect((await figuresOf(foreign))('provider_days').value).toBe(1.375)
    expect(await perform(sweepShares, operator.id, {}, clock)).toEqual({ stale: 0 })
    await operator.inside(async ({ tx }) => {
      await tx.update(sessions).set({ days: 3 }).where(eq(sessions.heldOn, '2026-03-05'))
      await tx.update(engineerings).set({ paidOn: '2026-06-20' }).where(eq(engineerings.id, engineeringId))
    })
    expect(await perform(sweepShares, operator.id, {}, clock)).toEqual({ stale: 1 })
    expect(await waiting()).toHaveLength(before + 2)
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect((await figuresOf(foreign))('provider_days').value).toBe(2.375)
    expect((await figuresOf(foreign))('day_cost').denominator).toBe(2.375)
    expect(await perform(sweepShares, operator.id, {}, clock)).toEqual({ stale: 0 })
    expect(await perform(sweepShares, foreign.id, {}, clock)).toEqual({ stale: 0 })
  })

  test('is not written over by an older writing that arrives later', async ({ operator, foreign }) => {
    const { engineeringId } = await aShared(operator, [foreign])
    await answers(operator, foreign, engineeringId)
    const [older] = await operator.inside(({ tx }) => factsForPartners(tx, operator.id, engineeringId))
    if (!older) throw new Error('no part')
    await createSession(operator, engineeringId, { days: 2 })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const late = { ...older.share, sent: 2 }
    expect(await foreign.inside(({ tx }) => receiveShare(tx, foreign.id, late))).toBeNull()
    expect((await figuresOf(foreign))('provider_days').value).toBe(1.875)
  })

  test('sums to the whole over operators, to the cent and to the quarter-day, whatever the key, the days and the answers', {
    timeout: 120_000,
  }, async ({ operator }) => {
    const partners = [await createOperator(), await createOperator(), await createOperator()]
    const all = [operator, ...partners]
    const practitioner = await operator.practitioner()
    const contract = fc.record({
      cents: fc.integer({ min: 1, max: 1_000_000_000 }),
      own: fc.integer({ min: 0, max: 1000 }),
      weights: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 3 }),
      quarters: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
      answers: fc.array(fc.constantFrom('accepted' as const, 'declined' as const, null), {
        minLength: 3,
        maxLength: 3,
      }),
    })
    const whole = { cents: 0, quarters: 0 }
    for (const { cents, own, weights, quarters, answers: given } of fc.sample(contract, { numRuns: 15, seed: 7 })) {
      const engineeringId = await createEngineering(operator, [await createCase(operator)], {
        amountCents: cents,
        paidOn: '2026-06-15',
      })
      for (const days of quarters) await createSession(operator, engineeringId, { days: days / 4 })
      const rows = weights.map((weight, index) => ({ slug: partners[index]?.slug ?? '', weight: `${weight}` }))
      await practitioner.must(shareEngineering, { engineeringId, version: 1, own: `${own}`, partners: rows })
      await perform(sendShares, operator.id, { engineeringId }, clock)
      for (const [index, answer] of given.slice(0, weights.length).entries()) {
        const partner = partners[index]
        if (!partner || !answer) continue
        const actor = await partner.practitioner()
        const latest = (await sharesSeenBy(actor))[0]
        await actor.must(answerShare, { shareId: latest?.id ?? '', version: latest?.version ?? 0, answer })
        await perform(tellShare, partner.id, { shareId: latest?.id ?? '' }, clock)
      }
      await perform(sendShares, operator.id, { engineeringId }, clock)
      whole.cents += cents
      whole.quarters += quarters.reduce((sum, days) => sum + days, 0)
      const found = { money: 0, days: 0, paid: 0 }
      for (const one of all) {
        const figure = await figuresOf(one)
        found.money += figure('cost_per_organisation').numerator ?? 0
        found.days += figure('provider_days').value ?? 0
        found.paid += figure('day_cost').numerator ?? 0
      }
      // A thousandth of a cent, and of a day: what doubles lose is far below.
      expect(found.money * 100).toBeCloseTo(whole.cents, 3)
      expect(found.paid * 100).toBeCloseTo(whole.cents, 3)
      expect(found.days * 4).toBeCloseTo(whole.quarters, 3)
    }
  })
})
