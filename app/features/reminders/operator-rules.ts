import { z } from 'zod'
import { operatorRuleCodes, shippedRule } from '#db/seed/programmes/reminder-catalogue.ts'
import { type ReminderRule, type RuleAdaptation, ruleAdaptation } from './reminder-rule.ts'

const stored = z.record(z.string(), ruleAdaptation)

/** The rules of an operator that are about no case, as it adapted them; one that it never touched is as shipped. */
export function operatorRulesOf(settings: Readonly<Record<string, unknown>>): ReminderRule[] {
  const parsed = stored.safeParse(settings.reminderRules ?? {})
  const own = parsed.success ? parsed.data : {}
  return operatorRuleCodes.map(code => {
    const adaptation = own[code]
    return adaptation ? adaptedRule(shippedRule(code), adaptation) : shippedRule(code)
  })
}

/** The rule under another adaptation; what it is about, and what ends it, stays. */
export function adaptedRule(rule: ReminderRule, { occurrences, escalation, off }: RuleAdaptation): ReminderRule {
  const { escalation: _escalation, off: _off, ...standing } = rule
  return { ...standing, occurrences, ...(escalation && { escalation }), ...(off && { off }) }
}
