import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { ownTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { effectsOf, indicatorsOf, studyOf } from './impact.store.server.ts'
import { impactPageInput } from './impact-input.ts'
import { measuresOf, partiesOf } from './impact-parties.store.server.ts'

/** The measure of the impact of a case: its theory of change, and what each party measured, side by side. */
export const impactPage = defineQuery({
  name: 'impact.page',
  input: impactPageInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { effet, indicateur }, { row, programme: { definition } }) => {
    const { tx, operator, today } = ctx
    const study = await studyOf(tx, operator.id, row.id)
    const step = definition.states.find(({ code }) => code === row.state)?.step
    const isItsStep = definition.steps.some(({ code, tab }) => code === step && tab === 'impact')
    return {
      number: row.number,
      base: `/o/${operator.slug}/accompagnements/${row.number}`,
      today,
      study,
      effects: study ? await effectsOf(tx, operator.id, study.id) : [],
      indicators: study ? await indicatorsOf(tx, operator.id, study.id) : [],
      parties: study ? await partiesOf(tx, operator.id, study.id) : [],
      measures: study ? await measuresOf(tx, operator.id, study.id) : [],
      openEffect: effet,
      openIndicator: indicateur,
      transitions: isItsStep ? ownTransitions(definition, await factsOfCase(ctx, row)) : [],
    }
  },
})
