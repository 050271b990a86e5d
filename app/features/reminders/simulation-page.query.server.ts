import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { simulationInput } from './adaptation-input.ts'
import { comingReminders } from './coming-reminders.store.server.ts'
import { rulesInForce } from './rules-in-force.store.server.ts'

/** How far the simulation goes. */
const simulatedDays = 30
const shownAtMost = 500

/** Who would be told what in the next thirty days, for one rule or all: what the sweeps of these days would do. */
export const simulationPage = defineQuery({
  name: 'reminder.simulation',
  input: simulationInput,
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator, today }, { regle }) => {
    const groups = await rulesInForce(tx, operator)
    const rules = new Map(groups.flatMap(({ rules: known }) => known.map(({ rule }) => [rule.rule, rule.label])))
    const wanted = groups
      .map(group => ({ ...group, rules: group.rules.filter(({ rule }) => !regle || rule.rule === regle) }))
      .filter(group => group.rules.length > 0)
    const until = addDays(today, simulatedDays)
    const coming = await comingReminders({ tx, operator, today }, wanted, { until })
    return {
      operator: operator.slug,
      today,
      until,
      rule: regle,
      rules: [...rules]
        .map(([rule, label]) => ({ rule, label }))
        .sort((one, other) => (one.rule < other.rule ? -1 : 1)),
      count: coming.length,
      coming: coming.slice(0, shownAtMost),
    }
  },
})
