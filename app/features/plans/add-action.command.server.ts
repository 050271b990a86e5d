import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { ok, type Result } from '#app/kernel/result.ts'
import { type ActionFailure, checkedAction } from './action.ts'
import { objectivesOf } from './objectives.store.server.ts'
import { addActionInput } from './plan-input.ts'
import { insertAction } from './plans.store.server.ts'

/** Adds an action to the plan. The first one after a validated diagnostic begins the plan. */
export const addAction = defineCommand({
  name: 'plan.add-action',
  input: addActionInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number: _number, ...values },
    subject,
  ): Promise<Result<{ id: string }, MoveFailure | ActionFailure>> => {
    const { tx, operator, record, today } = ctx
    const { row } = subject
    const checked = checkedAction(values, await objectivesOf(tx, operator.id, row.id))
    if (!checked.ok) return checked
    const id = await insertAction(tx, operator.id, row.id, values)
    await record({
      name: 'plan.action-added',
      subjectKind: 'plan_action',
      subjectId: id,
      accompanimentId: row.id,
      data: { title: values.title, nature: values.nature },
    })
    if (row.state === 'diagnostic_validated') {
      const moved = await moveCase(ctx, subject, { transition: 'start_planning' })
      return moved.ok ? ok({ id }) : moved
    }
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ id })
  },
})
