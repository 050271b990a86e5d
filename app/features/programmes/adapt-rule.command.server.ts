import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Invalid } from '#app/access/outcome.ts'
import { adaptationOf, adaptedRule, ruleFields } from '#app/features/reminders/adapting.ts'
import { markOf, withRule } from './editing.ts'
import { adaptRuleInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { refuseStale, saveDefinition } from './versions.store.server.ts'

/** Says when, to whom and how a rule of the programme reminds, or switches it off. */
export const adaptProgrammeRule = defineCommand({
  name: 'programme.adapt-rule',
  input: adaptRuleInput,
  subject: async (ctx, { code, rule: wanted }) => {
    const found = await programmeToEdit(ctx, code)
    const rule = found?.latest.definition.reminders.find(known => known.rule === wanted)
    return found && rule ? { ...found, rule } : null
  },
  allow: isManager,
  run: async (ctx, { mark, ...typed }, { latest, versions, rule }) => {
    await refuseStale(ctx, latest, mark, markOf(rule), ruleFields(rule))
    const adapted = adaptationOf(rule, typed)
    if ('refused' in adapted) throw new Invalid(adapted.refused)
    return saveDefinition(ctx, versions, withRule(latest.definition, adaptedRule(rule, adapted.adaptation)))
  },
})
