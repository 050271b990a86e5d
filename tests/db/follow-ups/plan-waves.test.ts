import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { planFollowUps } from '#app/features/follow-ups/plan-follow-ups.command.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { events } from '#db/schema/journal.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { type TestOperator, test } from '../../harness/operator.ts'

const waves = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ wave: followUps.wave, state: followUps.state })
      .from(followUps)
      .where(eq(followUps.accompanimentId, accompanimentId))
      .orderBy(followUps.wave),
  )

describe('the waves of a case that was imported in the middle of its follow-up', () => {
  test('are planned from its restitution, save those that it has, once, and told in its history', async ({
    operator,
  }) => {
    const of = await aCase(operator, { state: 'follow_up', restitutionOn: '2025-12-01', imported: true })
    await aFollowUp(operator, of, { wave: 'T2', state: 'answered' })
    const practitioner = await operator.practitioner()
    await practitioner.must(planFollowUps, { number: of.number })
    const planned = await waves(operator, of.accompanimentId)
    expect(planned.filter(({ wave }) => wave === 'T2')).toEqual([{ wave: 'T2', state: 'answered' }])
    const added = planned.filter(({ state }) => state === 'planned').map(({ wave }) => wave)
    expect(added.length).toBeGreaterThan(0)
    const told = await operator.inside(({ tx }) =>
      tx.select().from(events).where(eq(events.accompanimentId, of.accompanimentId)),
    )
    expect(told.map(({ name, data }) => [name, Object.keys(data.waves ?? {}).sort()])).toEqual([
      ['follow-up.planned', added],
    ])
    expect(await practitioner.run(planFollowUps, { number: of.number })).toMatchObject({
      failure: { tag: 'no-wave-missing' },
    })
    expect(await waves(operator, of.accompanimentId)).toEqual(planned)
  })

  test('are not planned before there is a restitution', async ({ operator }) => {
    const of = await aCase(operator, { state: 'engineering' })
    expect(await (await operator.practitioner()).run(planFollowUps, { number: of.number })).toMatchObject({
      failure: { tag: 'no-restitution' },
    })
    expect(await waves(operator, of.accompanimentId)).toEqual([])
  })
})
