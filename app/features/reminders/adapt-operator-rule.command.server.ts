import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict, Invalid } from '#app/access/outcome.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { markOf } from '#app/features/programmes/editing.ts'
import { ok } from '#app/kernel/result.ts'
import { operatorRuleInput } from './adaptation-input.ts'
import { adaptationOf, ruleFields } from './adapting.ts'
import { keepOperatorRule, operatorRulesOf, operatorSettings } from './operator-rules.store.server.ts'

/** Says when, to whom and how a rule of the operator reminds, or switches it off. */
export const adaptOperatorRule = defineCommand({
  name: 'reminder.adapt-rule',
  input: operatorRuleInput,
  subject: async ({ tx, operator }, { rule }) =>
    operatorRulesOf(await operatorSettings(tx, operator.id)).find(known => known.rule === rule) ?? null,
  allow: isManager,
  run: async ({ tx, operator, record }, { mark, ...typed }, rule) => {
    if (mark !== markOf(rule)) throw new Conflict({ version: markOf(rule), values: ruleFields(rule) })
    const adapted = adaptationOf(rule, typed)
    if ('refused' in adapted) throw new Invalid(adapted.refused)
    const next = adapted.adaptation
    await keepOperatorRule(tx, operator.id, rule.rule, next)
    await record({
      name: 'operator.reminder-rule-adapted',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { rule: rule.rule, changes: changesBetween(ruleFields(rule), ruleFields(next)) },
    })
    return ok({})
  },
})
