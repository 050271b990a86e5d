import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { sha256 } from '#app/access/sha256.server.ts'
import { addParty } from '#app/features/impact/add-party.command.server.ts'
import { advanceStudy } from '#app/features/impact/advance-study.command.server.ts'
import { askParties } from '#app/features/impact/ask-parties.command.server.ts'
import { giveMeasure } from '#app/features/impact/give-measure.command.server.ts'
import { removeEffect } from '#app/features/impact/remove-effect.command.server.ts'
import { revokeImpactParty } from '#app/features/impact/revoke-party.command.server.ts'
import { saveImpactConclusions } from '#app/features/impact/save-conclusions.command.server.ts'
import { saveEffect } from '#app/features/impact/save-effect.command.server.ts'
import { saveImpactFrame } from '#app/features/impact/save-frame.command.server.ts'
import { saveIndicator } from '#app/features/impact/save-indicator.command.server.ts'
import { takeImpactSheet } from '#app/features/impact/take-sheet.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { impactMeasures, impactParties, impactStudies } from '#db/schema/impact.ts'
import { sends } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { withTenant } from '#db/tenant.ts'
import { anImpact, effectLine, impactOf, indicatorLine, partyLink } from '#tests/harness/impact.ts'
import { type TestActor, test, testClock } from '#tests/harness/operator.ts'

async function shared(party: TestActor) {
  const outcome = await party.read(personalLinkPage)
  return outcome.kind === 'done' && 'purpose' in outcome.value && outcome.value.purpose === 'impact'
    ? outcome.value.impact
    : null
}

describe('what is measured', () => {
  test('is chosen before: once the measure is open, only what nobody expected is still noted', async ({ operator }) => {
    const { practitioner, number, effectId } = await anImpact(operator)
    expect(await practitioner.run(removeEffect, { number, effectId })).toMatchObject({
      failure: { tag: 'effect-has-indicator' },
    })
    await practitioner.must(advanceStudy, { number, to: 'before' })
    expect(await practitioner.run(saveIndicator, { number, effectId, ...indicatorLine })).toMatchObject({
      failure: { tag: 'indicators-fixed' },
    })
    for (const changed of [effectLine, { ...effectLine, effectId, version: 1, kind: 'unexpected' }])
      expect(await practitioner.run(saveEffect, { number, ...changed })).toMatchObject({
        failure: { tag: 'effects-fixed', field: 'kind' },
      })
    await practitioner.must(saveEffect, { number, ...effectLine, kind: 'unexpected' })
    expect((await impactOf(practitioner, number)).effects.map(({ kind }) => kind)).toEqual(['expected', 'unexpected'])
  })

  test('goes from before to after, then is concluded: in this order, each when it may', async ({ operator }) => {
    const { practitioner, number, partyId, indicatorId } = await anImpact(operator)
    const to = (stage: string) => practitioner.run(advanceStudy, { number, to: stage })
    expect(await to('after')).toMatchObject({ failure: { tag: 'no-such-way' } })
    await practitioner.must(advanceStudy, { number, to: 'before' })
    expect(await to('after')).toMatchObject({ failure: { tag: 'before-not-measured' } })
    const party = operator.contact(await partyLink(operator, partyId))
    await party.must(giveMeasure, { indicatorId, view: 'Je ne connais que mon voisin.' })
    await practitioner.must(advanceStudy, { number, to: 'after' })
    expect(await to('before')).toMatchObject({ failure: { tag: 'no-such-way' } })
    expect(await to('concluded')).toMatchObject({ failure: { tag: 'conclusions-missing' } })
    const { study } = await impactOf(practitioner, number)
    await practitioner.must(saveImpactConclusions, { number, version: study?.version, conclusions: 'Des liens.' })
    await practitioner.must(advanceStudy, { number, to: 'concluded' })
    expect(await party.run(giveMeasure, { indicatorId, value: '3' })).toMatchObject({
      failure: { tag: 'measure-not-open' },
    })
    expect((await shared(party))?.measures).toMatchObject([{ moment: 'before', view: 'Je ne connais que mon voisin.' }])
  })

  test('shows a colleague’s words to who writes on an older reading', async ({ operator }) => {
    const { practitioner, number } = await anImpact(operator)
    await practitioner.must(saveImpactFrame, { number, version: 1, stakes: 'Autrement dit.' })
    for (const version of [0, 1])
      expect(await practitioner.run(saveImpactFrame, { number, version, stakes: 'Les miens.' })).toMatchObject({
        kind: 'conflict',
        current: { version: 2, values: { stakes: 'Autrement dit.' } },
      })
  })
})

describe('a party', () => {
  test('reads the frame and her own measures by her link; PostgreSQL hides the rest from her', async ({ operator }) => {
    const { practitioner, number, partyId, otherId, indicatorId, studyId } = await anImpact(operator, { open: true })
    const other = await anImpact(operator, { open: true })
    const [rose, marc] = [await partyLink(operator, partyId), await partyLink(operator, otherId)]
    await operator.contact(rose).must(giveMeasure, { indicatorId, value: '2,5', view: 'Mes voisines.' })
    await operator.contact(marc).must(giveMeasure, { indicatorId, value: '4' })
    const seen = await shared(operator.contact(rose))
    expect(seen).toMatchObject({
      study: { stakes: 'Rompre l’isolement.' },
      party: { name: 'Rose Petit' },
      measures: [{ value: 2.5, view: 'Mes voisines.', moment: 'before' }],
    })
    expect(JSON.stringify(seen)).not.toMatch(/marc|faure|@/i)
    // What the door lets her reach, asked without any condition.
    const reached = await withTenant({ kind: 'link', tokenHash: sha256(rose) }, 'read', testClock, async ({ tx }) => ({
      parties: (await tx.select().from(impactParties)).map(({ id }) => id),
      measures: (await tx.select().from(impactMeasures)).map(({ partyId: whose }) => whose),
      studies: (await tx.select().from(impactStudies)).map(({ id }) => id),
      cases: (await tx.select().from(accompaniments)).length,
      organisations: (await tx.select().from(organisations)).length,
    }))
    expect(reached).toEqual({ parties: [partyId], measures: [partyId], studies: [studyId], cases: 0, organisations: 0 })
    const foreign = { indicatorId: other.indicatorId, value: '1' }
    expect(await operator.contact(rose).run(giveMeasure, foreign)).toEqual({ kind: 'not-found' })
    expect((await impactOf(practitioner, number)).measures).toMatchObject([
      { partyId, value: 2.5 },
      { partyId: otherId, value: 4, view: null },
    ])
  })

  test('changes her measure while it is open, says one thing at least, and keeps both moments', async ({
    operator,
  }) => {
    const { practitioner, number, partyId, indicatorId } = await anImpact(operator, { open: true })
    const party = operator.contact(await partyLink(operator, partyId))
    expect(await party.run(giveMeasure, { indicatorId })).toMatchObject({
      failure: { tag: 'measure-empty', field: 'value' },
    })
    expect(await party.run(giveMeasure, { indicatorId, value: 'deux' })).toMatchObject({
      kind: 'invalid',
      fields: { value: expect.anything() },
    })
    await party.must(giveMeasure, { indicatorId, value: '1' })
    await party.must(giveMeasure, { indicatorId, value: '2' })
    await practitioner.must(advanceStudy, { number, to: 'after' })
    await party.must(giveMeasure, { indicatorId, value: '5' })
    expect((await impactOf(practitioner, number)).measures).toMatchObject([
      { moment: 'before', value: 2 },
      { moment: 'after', value: 5 },
    ])
  })

  test('comes no more once her link is withdrawn, and what she said stays', async ({ operator }) => {
    const { practitioner, number, partyId, otherId, indicatorId } = await anImpact(operator, { open: true })
    const token = await partyLink(operator, partyId)
    const party = operator.contact(token)
    await party.must(giveMeasure, { indicatorId, value: '2' })
    await practitioner.must(revokeImpactParty, { number, partyId })
    expect(await shared(party)).toBeNull()
    // A link that left just before finds a party without a way in.
    expect(await shared(operator.contact(await partyLink(operator, partyId)))).toBeNull()
    expect((await impactOf(practitioner, number)).measures).toMatchObject([{ partyId, value: 2 }])
    expect((await practitioner.run(revokeImpactParty, { number, partyId })).kind).toBe('not-found')
    await practitioner.must(askParties, { number })
    const planned = await operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.operatorId, operator.id)))
    expect(planned.map(({ payload }) => payload)).toMatchObject([{ partyId: otherId }])
  })

  test('is there once, and is asked while a measure is open', async ({ operator }) => {
    const { practitioner, number } = await anImpact(operator)
    const twice = { number, name: 'Rose', email: 'rose@habitants.example' }
    expect(await practitioner.run(addParty, twice)).toMatchObject({
      failure: { tag: 'already-a-party', field: 'email' },
    })
    expect(await practitioner.run(askParties, { number })).toMatchObject({ failure: { tag: 'measure-not-open' } })
  })
})

test('the printed sheet names the parties, and gives no address of theirs', async ({ operator }) => {
  const { practitioner, number, partyId, indicatorId } = await anImpact(operator, { open: true })
  await operator.contact(await partyLink(operator, partyId)).must(giveMeasure, { indicatorId, value: '2' })
  const taken = await practitioner.must(takeImpactSheet, { number, format: 'pdf' })
  expect(JSON.stringify(taken)).toContain('Rose Petit')
  expect(JSON.stringify(taken)).not.toContain('@')
})
