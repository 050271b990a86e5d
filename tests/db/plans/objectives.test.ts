import { describe, expect } from 'vitest'
import { addObjective } from '#app/features/plans/add-objective.command.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { removeObjective } from '#app/features/plans/remove-objective.command.server.ts'
import { updateObjective } from '#app/features/plans/update-objective.command.server.ts'
import { caseIn } from '../../harness/cases.ts'
import { type TestActor, test } from '../../harness/operator.ts'

async function objectivesOf(actor: TestActor, number: string) {
  const outcome = await actor.read(planPage, { number })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.objectives
}

describe('an objective of a plan', () => {
  test('goes from its baseline to its target, an unknown one staying unknown', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator)
    const { id: objectiveId } = await practitioner.must(addObjective, { number, title: 'Adhérents', target: '120' })
    await practitioner.must(addObjective, { number, title: 'Trésorerie', unit: 'mois', baseline: '-1,5', target: '0' })
    expect(await objectivesOf(practitioner, number)).toMatchObject([
      { title: 'Adhérents', baseline: null, target: 120, reached: null },
      { title: 'Trésorerie', baseline: -1.5, target: 0, unit: 'mois' },
    ])
    const next = { number, objectiveId, title: 'Adhérents', baseline: '80', target: '120', reached: '95' }
    await practitioner.must(updateObjective, { ...next, version: 1 })
    expect(await practitioner.run(updateObjective, { ...next, version: 1, reached: '96' })).toMatchObject({
      kind: 'conflict',
      current: { version: 2 },
    })
    expect((await objectivesOf(practitioner, number))[0]).toMatchObject({ reached: 95 })
    await practitioner.must(removeObjective, { number, objectiveId })
    expect(await objectivesOf(practitioner, number)).toHaveLength(1)
  })

  test('is found by the number of its own case only', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator)
    const { id: objectiveId } = await practitioner.must(addObjective, { number, title: 'Adhérents' })
    const other = await caseIn(operator)
    expect(await practitioner.run(removeObjective, { number: other.number, objectiveId })).toEqual({
      kind: 'not-found',
    })
  })
})
