import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { deleteObjective, objectivesOf } from './objectives.store.server.ts'
import { removeObjectiveInput } from './plan-input.ts'

/** Takes an objective out of the plan; history keeps what it was. */
export const removeObjective = defineCommand({
  name: 'plan.remove-objective',
  input: removeObjectiveInput,
  subject: async ({ tx, operator }, { number, objectiveId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const objectives = found ? await objectivesOf(tx, operator.id, found.row.id) : []
    const objective = objectives.find(({ id }) => id === objectiveId)
    return found && objective ? { accompanimentId: found.row.id, objective } : null
  },
  allow: isMember,
  run: async ({ tx, operator, record }, { number }, { accompanimentId, objective }) => {
    await deleteObjective(tx, operator.id, objective.id)
    await record({
      name: 'plan.objective-removed',
      subjectKind: 'plan_objective',
      subjectId: objective.id,
      accompanimentId,
      data: { ...objective },
    })
    return ok({ number })
  },
})
