import { describe, expect } from 'vitest'
import { scoreCase } from '#app/features/juries/score-case.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'
import { juryCase } from '#tests/harness/samples/steps.ts'

const step = 'jury'
async function gridSeen(actor: TestActor, number: string, of = step) {
  const page = await actor.read(stepPage, { number, step: of })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.jury
}
const lineOf = async (actor: TestActor, number: string, code: string) => {
  const line = (await gridSeen(actor, number))?.lines.find(({ question }) => question.code === code)
  return line && [line.scores, line.mean, line.spread]
}

describe('the jury of an incubation', () => {
  test('reads what each juror gave, side by side, and each changes her own alone', async ({ operator }) => {
    const number = await juryCase(operator)
    const [one, other] = [await operator.practitioner(), await operator.manager()]
    await one.must(scoreCase, { number, step, scores: { jury_impact: '4', jury_team: '2' }, comment: 'Solide.' })
    await other.must(scoreCase, { number, step, scores: { jury_impact: '1' } })
    await other.must(scoreCase, { number, step, juror: 'Lise Roy', scores: { jury_impact: '2' } })
    expect(await lineOf(one, number, 'jury_impact')).toEqual([[4, 1, 2], 7 / 3, 3])
    await other.must(scoreCase, { number, step, scores: { jury_impact: '3' } })
    expect(await lineOf(one, number, 'jury_impact')).toEqual([[4, 3, 2], 3, 2])
    expect(await lineOf(one, number, 'jury_team')).toEqual([[2, null, null], 2, 0])
    expect((await gridSeen(other, number))?.jurors).toMatchObject([
      { isMine: false, comment: 'Solide.' },
      { isMine: true, comment: null },
      { juror: 'Lise Roy', isMine: false },
    ])
  })

  test('takes no score out of its scale, none of another grid, and not an empty sheet', async ({ operator }) => {
    const number = await juryCase(operator)
    const juror = await operator.practitioner()
    expect(await juror.run(scoreCase, { number, step, scores: { jury_impact: '5' } })).toMatchObject({
      kind: 'invalid',
      fields: { 'scores.jury_impact': ['input.too-big|max=4'] },
    })
    expect(await juror.run(scoreCase, { number, step, scores: {}, comment: 'Rien.' })).toMatchObject({
      failure: { tag: 'no-score' },
    })
    expect(await juror.run(scoreCase, { number, step: 'promotion', scores: { confidence: '3' } })).toEqual({
      kind: 'not-found',
    })
    expect(await gridSeen(juror, number, 'promotion')).toBeNull()
    expect((await gridSeen(juror, number))?.jurors).toEqual([])
  })
})
