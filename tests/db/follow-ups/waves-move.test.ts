import { and, asc, eq, inArray } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { abandonAccompaniment } from '#app/features/accompaniments/abandon-accompaniment.command.server.ts'
import { resumeAccompaniment } from '#app/features/accompaniments/resume-accompaniment.command.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import { undoEnd } from '#app/features/accompaniments/undo-end.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { correctRestitution } from '#app/features/restitutions/correct-restitution.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { events } from '#db/schema/journal.ts'
import { caseIn, caseRow } from '../../harness/cases.ts'
import { aCase } from '../../harness/factories/accompaniment.ts'
import { type TestOperator, test } from '../../harness/operator.ts'

const waves = async (operator: TestOperator, accompanimentId: string) => {
  const rows = await operator.inside(({ tx }) =>
    tx
      .select({ wave: followUps.wave, state: followUps.state, on: followUps.plannedOn })
      .from(followUps)
      .where(eq(followUps.accompanimentId, accompanimentId))
      .orderBy(followUps.wave),
  )
  return Object.fromEntries(rows.map(({ wave, state, on }) => [wave, `${state} ${on}`]))
}
const told = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ name: events.name, data: events.data })
      .from(events)
      .where(
        and(
          eq(events.accompanimentId, accompanimentId),
          inArray(events.name, ['follow-up.moved', 'follow-up.cancelled', 'follow-up.brought-back']),
        ),
      )
      .orderBy(asc(events.at), asc(events.id)),
  )
const send = (operator: TestOperator, accompanimentId: string, wave: 'T1' | 'T2') =>
  operator.inside(({ tx }) =>
    tx
      .update(followUps)
      .set({ state: 'sent' })
      .where(and(eq(followUps.accompanimentId, accompanimentId), eq(followUps.wave, wave))),
  )
const why = 'La réunion a eu lieu plus tôt.'

describe('the waves of a case', () => {
  test('move with a corrected restitution when they have not left, and stay and say so when they have', async ({
    operator,
  }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    expect(await waves(operator, id)).toEqual({
      T1: 'planned 2026-03-11',
      T2: 'planned 2026-09-11',
      T3: 'planned 2027-03-11',
    })
    await send(operator, id, 'T1')
    await practitioner.must(correctRestitution, { number, restitutionOn: '2026-02-28', reason: why })
    expect(await waves(operator, id)).toEqual({
      T1: 'sent 2026-03-11',
      T2: 'planned 2026-08-28',
      T3: 'planned 2027-02-28',
    })
    expect(await told(operator, id)).toMatchObject([
      {
        name: 'follow-up.moved',
        data: {
          because: 'restitution',
          reason: why,
          kept: 'T1',
          changes: {
            plannedOnT2: ['2026-09-11', '2026-08-28'],
            plannedOnT3: ['2027-03-11', '2027-02-28'],
          },
        },
      },
    ])
  })

  test('count from 31 August to the last day of February', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    await practitioner.must(correctRestitution, { number, restitutionOn: '2025-08-31', reason: why })
    expect(await waves(operator, id)).toMatchObject({ T2: 'planned 2026-02-28' })
  })

  test('are not corrected towards a day to come, nor before there is a restitution', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    const before = await waves(operator, id)
    expect(
      await practitioner.run(correctRestitution, { number, restitutionOn: '2026-03-13', reason: why }),
    ).toMatchObject({ failure: { tag: 'day-to-come' } })
    expect(await waves(operator, id)).toEqual(before)
    const early = await aCase(operator, { state: 'in_progress' })
    expect(
      await practitioner.run(correctRestitution, { number: early.number, restitutionOn: '2026-03-10', reason: why }),
    ).toMatchObject({ failure: { tag: 'no-restitution' } })
  })

  test('wait while it is suspended, go as far as it waited, and keep that when the day is corrected', async ({
    operator,
  }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    await send(operator, id, 'T1')
    await practitioner.must(suspendAccompaniment, { number, reason: 'Un congé.', resumeOn: '2026-06-01' })
    expect(await practitioner.read(followUpsPage, { number })).toMatchObject({
      value: {
        suspension: {
          since: '2026-03-12',
          resumesOn: '2026-06-01',
          waves: [
            { wave: 'T2', to: '2026-12-01' },
            { wave: 'T3', to: '2027-05-31' },
          ],
        },
      },
    })
    // Ten days ago, so that today it comes back.
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ suspendedOn: '2026-03-02' }).where(eq(accompaniments.id, id)),
    )
    await practitioner.must(resumeAccompaniment, { number })
    expect(await waves(operator, id)).toEqual({
      T1: 'sent 2026-03-11',
      T2: 'planned 2026-09-21',
      T3: 'planned 2027-03-21',
    })
    expect(await told(operator, id)).toMatchObject([{ data: { because: 'pause', reason: 'Un congé.' } }])
    await practitioner.must(correctRestitution, { number, restitutionOn: '2026-03-10', reason: why })
    expect(await waves(operator, id)).toMatchObject({ T2: 'planned 2026-09-20', T3: 'planned 2027-03-20' })
  })

  test('are cancelled when it is abandoned, and come back as they were when that is undone', async ({ operator }) => {
    const { number, id, practitioner } = await caseIn(operator, 'follow_up')
    await send(operator, id, 'T1')
    const before = await waves(operator, id)
    await practitioner.must(abandonAccompaniment, { number, abandonReason: 'withdrew', comment: 'Elle arrête.' })
    expect(Object.values(await waves(operator, id)).every(wave => wave.startsWith('cancelled'))).toBe(true)
    expect(await practitioner.run(undoEnd, { number, reason: '' })).toMatchObject({ kind: 'invalid' })
    await practitioner.must(undoEnd, { number, reason: 'Elle continue.' })
    expect(await waves(operator, id)).toEqual(before)
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'follow_up',
      abandonedOn: null,
      abandonReason: null,
    })
    expect(await told(operator, id)).toMatchObject([
      { name: 'follow-up.cancelled', data: { list: 'T1, T2, T3', reason: 'Elle arrête.' } },
      { name: 'follow-up.brought-back', data: { list: 'T1, T2, T3', reason: 'Elle continue.' } },
    ])
    expect(await practitioner.run(undoEnd, { number, reason: 'encore' })).toMatchObject({
      failure: { tag: 'not-ended' },
    })
  })

  test('are seen before the restitution, from the day that it might have', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { number } = await aCase(operator, { state: 'in_progress', requestedOn: '2025-01-05' })
    expect(await practitioner.read(followUpsPage, { number, restitution: '2026-08-31' })).toMatchObject({
      value: {
        waves: [],
        supposed: {
          on: '2026-08-31',
          waves: [
            { wave: 'T1', plannedOn: '2026-08-31' },
            { wave: 'T2', plannedOn: '2027-02-28' },
            { wave: 'T3', plannedOn: '2027-08-31' },
          ],
        },
      },
    })
  })
})
