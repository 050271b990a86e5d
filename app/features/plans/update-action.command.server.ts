import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { actionFormValues, checkedAction } from './action.ts'
import { objectivesOf } from './objectives.store.server.ts'
import { updateActionInput } from './plan-input.ts'
import { planOf, updateAction as write } from './plans.store.server.ts'

/** An action of the case, or null: one of another case is not found by this one's number. */
async function actionOf({ tx, operator }: CommandContext, number: string, actionId: string) {
  const found = await lockCase(tx, operator.id, number)
  const plan = found ? await planOf(tx, operator.id, found.row.id) : []
  return plan.find(({ id }) => id === actionId) ?? null
}

export const updateAction = defineCommand({
  name: 'plan.update-action',
  input: updateActionInput,
  subject: (ctx, { number, actionId }) => actionOf(ctx, number, actionId),
  allow: isMember,
  run: async (ctx, { number, actionId, version, ...values }, before) => {
    const { tx, operator, record, today } = ctx
    const checked = checkedAction(values, await objectivesOf(tx, operator.id, before.accompanimentId))
    if (!checked.ok) return checked
    if (!(await write(tx, operator.id, actionId, version, values)))
      throw await conflictOn(tx, operator.id, actionId, { version: before.version, values: actionFormValues(before) })
    await record({
      name: values.status === before.status ? 'plan.action-updated' : 'plan.action-moved-on',
      subjectKind: 'plan_action',
      subjectId: actionId,
      accompanimentId: before.accompanimentId,
      data: { title: values.title, status: values.status, changes: changesBetween(actionFormValues(before), values) },
    })
    await refreshNextSteps(tx, operator.id, [before.accompanimentId], today)
    return ok({ number })
  },
})
