import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { offeredTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { meetingsOfCase } from '#app/features/committees/committees.store.server.ts'
import { needsOf } from '#app/features/diagnostics/diagnostics.store.server.ts'
import { reviewsOfCase } from '#app/features/follow-ups/action-reviews.store.server.ts'
import { viewsByAction } from '#app/features/follow-ups/action-reviews.ts'
import { actionFormValues } from './action.ts'
import { objectivesOf } from './objectives.store.server.ts'
import { planPageInput } from './plan-input.ts'
import { planOf } from './plans.store.server.ts'

export const planPage = defineQuery({
  name: 'plan.page',
  input: planPageInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { action, objectif }, { row, programme }) => {
    const { tx, operator, today } = ctx
    const plan = await planOf(tx, operator.id, row.id)
    const views = viewsByAction(await reviewsOfCase(tx, operator.id, row.id))
    const facts = await factsOfCase(ctx, row)
    return {
      number: row.number,
      base: `/o/${operator.slug}`,
      meetings: await meetingsOfCase(tx, operator.id, row.id),
      today,
      version: row.version,
      actions: plan.map(action => ({
        ...actionFormValues(action),
        id: action.id,
        version: action.version,
        views: views.get(action.id) ?? [],
        fromSession: action.fromSessionId !== null,
      })),
      editing: action,
      editingObjective: objectif,
      objectives: await objectivesOf(tx, operator.id, row.id),
      needs: (await needsOf(tx, operator.id, row.id)).map(({ id, title }) => ({ id, title })),
      committeeRequired: programme.definition.settings.committeeRequired,
      committee: { committeeOn: row.committeeOn, opinion: row.opinion, opinionComment: row.opinionComment },
      approval: row.planApprovedOn ? { on: row.planApprovedOn, by: row.planApprovedBy } : null,
      transitions: offeredTransitions(programme.definition, facts, [
        'start_planning',
        'submit_to_committee',
        'adjourn',
        'approve_plan',
        'start',
      ]),
    }
  },
})
