import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { insertObjective } from './objectives.store.server.ts'
import { addObjectiveInput } from './plan-input.ts'

/** What the plan is meant to change, with where it stands today. */
export const addObjective = defineCommand({
  name: 'plan.add-objective',
  input: addObjectiveInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, record }, { number: _number, ...values }, { row }) => {
    const id = await insertObjective(tx, operator.id, row.id, { ...values, reached: null })
    await record({
      name: 'plan.objective-added',
      subjectKind: 'plan_objective',
      subjectId: id,
      accompanimentId: row.id,
      data: { title: values.title },
    })
    return ok({ id })
  },
})
