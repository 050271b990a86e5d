import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { offeredTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { anchorsOf, plannedWaves } from '#app/features/follow-ups/wave-plan.ts'
import { planOf } from '#app/features/plans/plans.store.server.ts'

export const restitutionPage = defineQuery({
  name: 'restitution.page',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, _input, { row, programme: { definition } }) => {
    const { tx, operator, today } = ctx
    const facts = await factsOfCase(ctx, row)
    const waves = plannedWaves(definition, anchorsOf(row))
    // Filing the report plans the waves: they are not missing before it is filed.
    const supposed = {
      ...facts,
      followUps: waves.map(wave => ({ ...wave, state: 'planned' as const, attempts: 0 })),
    }
    return {
      number: row.number,
      today,
      version: row.version,
      restitutionOn: row.restitutionOn,
      values: { finalReport: row.finalReport, outcome: row.outcome },
      closedOn: row.closedOn,
      actions: (await planOf(tx, operator.id, row.id)).map(({ id, title, status }) => ({ id, title, status })),
      /** The days to come, as the programme's rule gives them. */
      waves: row.restitutionOn ? waves : [],
      planned: facts.followUps.map(({ wave, plannedOn, state }) => ({ wave, plannedOn, state })),
      transitions: [
        ...offeredTransitions(definition, facts, ['hold_restitution', 'close']),
        ...offeredTransitions(definition, supposed, ['enter_follow_up']),
      ],
    }
  },
})
