import { describe, expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { ratesPage } from '#app/features/follow-ups/rates-page.query.server.ts'
import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { putProgrammeInService } from '#app/features/programmes/put-in-service.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { aCase, aFollowUp, aSnapshot } from '../../harness/factories/accompaniment.ts'
import { type TestOperator, test } from '../../harness/operator.ts'
import { wholeEdit } from '../../harness/samples/programmes.ts'
import { caseAsking } from '../../harness/tracked-case.ts'

const year = { annee: '2026' }

async function someWaves(operator: TestOperator) {
  const practitioner = await operator.practitioner()
  const wave = async (columns: Parameters<typeof aFollowUp>[2], practitionerId: string | null = null) => {
    const of = await aCase(operator, { state: 'follow_up', practitionerId })
    await aSnapshot(operator, of, { headcount: 8, strategy: 1 })
    await aFollowUp(operator, of, { wave: 'T3', plannedOn: '2026-02-10', ...columns })
    return of.number
  }
  await wave({ state: 'answered', channel: 'link', answeredOn: '2026-02-12', headcount: 10 })
  await wave({ state: 'answered', channel: 'phone', answeredOn: '2026-02-20', strategy: 3 })
  const silent = [
    await wave({ state: 'refused', plannedOn: '2026-01-05' }),
    await wave({ state: 'unreachable', plannedOn: '2026-01-06' }),
    await wave({ state: 'reminded', plannedOn: '2026-01-07' }, practitioner.userId),
  ]
  await wave({ state: 'cancelled' })
  await wave({ state: 'planned', plannedOn: '2026-12-01' })
  await wave({ state: 'answered', plannedOn: '2025-02-10', headcount: 50 })
  return { practitioner, silent }
}

describe('who answered the waves of a year', () => {
  test('counts what was due, each silence by its name, and pairs without survivors', async ({ operator }) => {
    const { practitioner, silent } = await someWaves(operator)
    const page = await practitioner.read(ratesPage, year)
    expect(page).toMatchObject({
      value: {
        rates: [
          {
            wave: 'T3',
            asked: 5,
            answered: 2,
            byPhone: 1,
            refused: 1,
            unreachable: 1,
            waiting: 1,
            respondents: 2,
            rate: 0.4,
            target: null,
          },
        ],
        pairs: [
          { wave: 'T3', figure: 'headcount', pairs: 1, asked: 5, before: 8, after: 10 },
          { wave: 'T3', figure: 'strategy', pairs: 1, asked: 5, before: 1, after: 3 },
        ],
        silentCount: 3,
      },
    })
    expect(page.kind === 'done' && page.value.silent.map(({ number }) => number)).toEqual(silent)
  })

  test('narrows to the cases that somebody follows', async ({ operator }) => {
    const { practitioner, silent } = await someWaves(operator)
    expect(await practitioner.read(ratesPage, { ...year, qui: 'moi' })).toMatchObject({
      value: { rates: [{ asked: 1, answered: 0, rate: 0 }], silent: [{ number: silent[2] }], silentCount: 1 },
    })
  })

  test('reads its target in the programme that the operator adapted', async ({ operator }) => {
    await aCase(operator)
    const manager = await operator.manager()
    const edit = await wholeEdit(operator, 'dla-individuel')
    await manager.must(editProgramme, { ...edit, targets: { T1: '', T2: '', T3: '60' } })
    await manager.must(putProgrammeInService, { code: 'dla-individuel', revision: 2 })
    const { practitioner } = await someWaves(operator)
    expect(await practitioner.read(ratesPage, year)).toMatchObject({ value: { rates: [{ rate: 0.4, target: 0.6 }] } })
    // An edit that says nothing of targets takes none away.
    await manager.must(editProgramme, await wholeEdit(operator, 'dla-individuel'))
    const page = await manager.read(programmePage, { code: 'dla-individuel' })
    expect(page).toMatchObject({ value: { definition: { waves: [{}, {}, { wave: 'T3', target: 0.6 }] } } })
  })

  test('compares the tracked questions of the same cases, and nothing that one person wrote for herself', async ({
    operator,
  }) => {
    const { number, practitioner, contact } = await caseAsking(operator)
    const secret_notes = 'Pour moi.'
    const answers = { slogan: 'Réparer', jobs: '2,5', income: '12000', ease: '1', secret_notes }
    await practitioner.must(saveAnswers, { number, step: 'framing', version: 0, answers })
    await contact.must(answerByLink, { answers: { slogan: 'Réparer', jobs: '4', ease: '3' } })
    const page = await practitioner.read(ratesPage, year)
    expect(page).toMatchObject({
      value: {
        tracked: [
          { wave: 'T2', question: 'jobs', pairs: 1, asked: 1, before: 2.5, after: 4, converted: 0 },
          { wave: 'T2', question: 'ease', pairs: 1, asked: 1, before: 1, after: 3, converted: 0 },
        ],
      },
    })
    expect(JSON.stringify(page)).not.toContain(secret_notes)
  })
})
