import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import type { FigureCode } from '#app/features/figures/catalogue.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { answerShare } from '#app/features/shares/answer-share.command.server.ts'
import { joinShare } from '#app/features/shares/join-share.command.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { sharesPage } from '#app/features/shares/shares-page.query.server.ts'
import { tellShare } from '#app/features/shares/tell-share.effect.server.ts'
import { on } from '#tests/harness/days.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const clock = { clock: testClock }
const period = { from: on('2026-02-01'), to: on('2026-12-31') }

async function figureOf(operator: TestOperator, code: FigureCode): Promise<number | null> {
  const { figures } = await operator.inside(({ tx }) =>
    computeFigures(tx, operator.id, { period, audience: 'operator', agreement: null, dimension: null }),
  )
  return figures.find(figure => figure.code === code)?.value ?? null
}

/** Signed before the period: only their sessions may make its members supported. */
async function group(operator: TestOperator) {
  const cases = [await createCase(operator, 'La Ruche'), await createCase(operator, 'Le Fournil')]
  return { cases, engineeringId: await createEngineering(operator, cases) }
}

describe('an awareness session', () => {
  test('makes no organisation supported, and its days are held all the same', async ({ operator }) => {
    const { engineeringId } = await group(operator)
    await createSession(operator, engineeringId, { heldOn: '2026-02-05', days: 0.5, kind: 'awareness' })
    expect(await figureOf(operator, 'organisations_supported')).toBe(0)
    expect(await figureOf(operator, 'jobs_concerned')).toBe(0)
    expect(await figureOf(operator, 'provider_days')).toBe(0.5)
    expect(await figureOf(operator, 'providers_active')).toBe(1)
    await createSession(operator, engineeringId, { heldOn: '2026-02-06', days: 1, kind: 'collective' })
    expect(await figureOf(operator, 'organisations_supported')).toBe(2)
  })

  test('held before the period leaves an organisation new, where another session does not', async ({ operator }) => {
    const unsigned = { signedOn: null, state: 'draft' as const }
    const [told, met] = [await createCase(operator, 'La Ruche'), await createCase(operator, 'Le Fournil')]
    for (const [one, kind] of [[told, 'awareness'] as const, [met, 'individual'] as const]) {
      const engineeringId = await createEngineering(operator, [one], unsigned)
      await createSession(operator, engineeringId, { heldOn: '2026-01-20', kind })
      await createSession(operator, engineeringId, { heldOn: '2026-02-20', kind: 'individual' })
    }
    expect(await figureOf(operator, 'organisations_supported')).toBe(2)
    expect(await figureOf(operator, 'organisations_new')).toBe(1)
  })

  test('is no support with a partner either', async ({ operator, foreign }) => {
    const { engineeringId } = await group(operator)
    await createSession(operator, engineeringId, { heldOn: '2026-02-05', kind: 'awareness' })
    const lead = await operator.practitioner()
    const partners = [{ slug: foreign.slug, weight: '1' }]
    await lead.must(shareEngineering, { engineeringId, version: 1, own: '1', partners })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const partner = await foreign.practitioner()
    const seen = await partner.read(sharesPage)
    const [share] = seen.kind === 'done' ? seen.value.shares : []
    if (!share) throw new Error('no share')
    await partner.must(answerShare, { shareId: share.id, version: share.version, answer: 'accepted' })
    await perform(tellShare, foreign.id, { shareId: share.id }, clock)
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const { number } = await createCase(foreign, 'La Fabrique')
    await partner.must(joinShare, { shareId: share.id, number })
    expect(await figureOf(foreign, 'provider_days')).toBe(0.5)
    expect(await figureOf(foreign, 'organisations_supported')).toBe(0)
    await createSession(operator, engineeringId, { heldOn: '2026-02-06', kind: 'collective' })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await figureOf(foreign, 'organisations_supported')).toBe(1)
  })
})
