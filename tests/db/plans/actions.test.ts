import { describe, expect } from 'vitest'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { addObjective } from '#app/features/plans/add-objective.command.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { removeObjective } from '#app/features/plans/remove-objective.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { caseIn } from '../../harness/cases.ts'
import { type TestActor, test } from '../../harness/operator.ts'

async function actionsOf(actor: TestActor, number: string) {
  const outcome = await actor.read(planPage, { number })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.actions
}
const action = { nature: 'self_action', title: 'Tenir un budget trimestriel' }

describe('an action of a plan', () => {
  test('says when it starts, what it serves, what it should give and what will show it', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'planning')
    const { id: objectiveId } = await practitioner.must(addObjective, { number, title: 'Trésorerie' })
    const written = {
      ...action,
      objectiveId,
      startsOn: '2026-04-01',
      dueOn: '2026-06-30',
      expected: 'Trois mois d’avance.',
      evidence: 'Le tableau présenté au conseil.',
    }
    const { id: actionId } = await practitioner.must(addAction, { number, ...written })
    const shown = async () => (await actionsOf(practitioner, number)).find(({ id }) => id === actionId)
    expect(await shown()).toMatchObject(written)
    await practitioner.must(updateAction, { number, actionId, version: 1, status: 'done', ...written, evidence: 'PV.' })
    expect(await shown()).toMatchObject({ ...written, evidence: 'PV.', status: 'done' })
    // The objective goes, the action stays, and whoever has its form open is told.
    await practitioner.must(removeObjective, { number, objectiveId })
    expect(await shown()).toMatchObject({ objectiveId: null, expected: written.expected, version: 3 })
  })

  test('serves an objective of its own plan, and ends after it starts', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator, 'planning')
    const other = await caseIn(operator, 'planning', practitioner)
    const { id: objectiveId } = await practitioner.must(addObjective, { number: other.number, title: 'Ailleurs' })
    expect(await practitioner.run(addAction, { number, ...action, objectiveId })).toMatchObject({
      failure: { tag: 'unknown-objective', field: 'objectiveId' },
    })
    const dates = { startsOn: '2026-06-30', dueOn: '2026-04-01' }
    expect(await practitioner.run(addAction, { number, ...action, ...dates })).toMatchObject({
      failure: { tag: 'ends-before-it-starts', field: 'dueOn' },
    })
  })
})
