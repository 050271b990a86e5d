import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { moveActionInput } from './plan-input.ts'
import { orderPlan, planOf } from './plans.store.server.ts'

/** Moves an action before or after its neighbour. */
export const moveAction = defineCommand({
  name: 'plan.move-action',
  input: moveActionInput,
  subject: async ({ tx, operator }, { number, actionId }) => {
    const found = await lockCase(tx, operator.id, number)
    const plan = found ? await planOf(tx, operator.id, found.row.id) : []
    return plan.some(({ id }) => id === actionId) ? plan : null
  },
  allow: isMember,
  run: async ({ tx, operator }, { number, actionId, direction }, plan) => {
    const ids = plan.map(({ id }) => id)
    const from = ids.indexOf(actionId)
    const to = direction === 'up' ? from - 1 : from + 1
    const neighbour = ids[to]
    if (neighbour !== undefined) {
      ids[to] = actionId
      ids[from] = neighbour
      await orderPlan(tx, operator.id, ids)
    }
    return ok({ number })
  },
})
