import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import type { Objective } from './objective.ts'
import { objectivesOf, updateObjective as write } from './objectives.store.server.ts'
import { updateObjectiveInput } from './plan-input.ts'

const formValues = ({ title, unit, baseline, target, reached, dueOn }: Omit<Objective, 'id' | 'version'>) => ({
  title,
  unit,
  baseline,
  target,
  reached,
  dueOn,
})

/** An objective of the case: one of another case is not found by this one's number. */
async function objectiveOf({ tx, operator }: CommandContext, number: string, objectiveId: string) {
  const found = await caseByNumber(tx, operator.id, number)
  const objectives = found ? await objectivesOf(tx, operator.id, found.row.id) : []
  const before = objectives.find(({ id }) => id === objectiveId)
  return found && before ? { accompanimentId: found.row.id, before } : null
}

export const updateObjective = defineCommand({
  name: 'plan.update-objective',
  input: updateObjectiveInput,
  subject: (ctx, { number, objectiveId }) => objectiveOf(ctx, number, objectiveId),
  allow: isMember,
  run: async (ctx, { number, objectiveId: id, version, ...values }, { accompanimentId, before }) => {
    const { tx, operator, record } = ctx
    if (!(await write(tx, operator.id, { id, version }, values)))
      throw await conflictOn(tx, operator.id, id, { version: before.version, values: formValues(before) })
    await record({
      name: 'plan.objective-updated',
      subjectKind: 'plan_objective',
      subjectId: id,
      accompanimentId,
      data: { title: values.title, changes: changesBetween(formValues(before), values) },
    })
    return ok({ number })
  },
})
