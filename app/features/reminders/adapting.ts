import type { ReminderRule, RuleAdaptation } from './reminder-rule.ts'
import { usualChannel } from './reminder-rules.ts'
import {
  isTeam,
  mayBeTold,
  mostOccurrences,
  type ReminderChannel,
  type ReminderRecipient,
} from './reminder-vocabulary.ts'

type Typed = {
  on: boolean
  occurrences: readonly { days: number | null; business: boolean; to: ReminderRecipient; channel: ReminderChannel }[]
  escalation: number | null
  escalationBusiness: boolean
}

export type Adapted = { adaptation: RuleAdaptation } | { refused: Record<string, string[]> }

/** The rule as somebody adapted it, or what is refused, at the field of its occurrence. */
export function adaptationOf(rule: ReminderRule, { on, occurrences, escalation, escalationBusiness }: Typed): Adapted {
  const refused: Record<string, string[]> = {}
  const [shown, more] = [rule.occurrences.length, occurrences.length - rule.occurrences.length]
  if (more < 0 || more > 1) refused[''] = ['input.invalid']
  const said = occurrences.flatMap(({ days, ...told }) => (days === null ? [] : [{ days, ...told }]))
  if (said.length > mostOccurrences) refused[`occurrences[${shown}].days`] = ['input.too-many-reminders']
  // Its rank is what a reminder that has left is known by: only the last of them may end, one after the other.
  const gap = occurrences.findIndex(({ days }, at) => days === null && at < said.length)
  if (gap >= 0 || said.length === 0) refused[`occurrences[${Math.max(gap, 0)}].days`] = ['input.only-the-last']
  occurrences.forEach(({ days, to, channel }, at) => {
    if (days === null) return
    if (!mayBeTold(rule.trigger, to)) refused[`occurrences[${at}].to`] = ['input.nobody-to-tell']
    else if (channel === 'product' && !isTeam(to))
      refused[`occurrences[${at}].channel`] = ['input.product-is-for-the-team']
  })
  if (Object.keys(refused).length > 0) return { refused }
  const adaptation = {
    // What the usual channel already says is not written: a rule that nobody changed stays the shipped one.
    occurrences: said.map(({ days, business, to, channel }, at) => {
      const wasSaid = rule.occurrences[at]?.channel !== undefined
      return { days, business, to, ...((wasSaid || channel !== usualChannel(to)) && { channel }) }
    }),
    ...(escalation !== null && { escalation: { days: escalation, business: escalationBusiness } }),
    ...(!on && { off: true as const }),
  }
  return { adaptation }
}

/** What the form of a rule shows, by field. */
export function ruleFields({ occurrences, escalation, off }: RuleAdaptation): Record<string, string> {
  const yesNo = (value: boolean) => (value ? 'oui' : 'non')
  return Object.fromEntries([
    ['on', yesNo(!off)],
    ['escalation', escalation ? String(escalation.days) : ''],
    ['escalationBusiness', yesNo(escalation?.business ?? false)],
    ...occurrences.flatMap(({ days, business, to, channel }, at) => [
      [`occurrences[${at}].days`, String(days)],
      [`occurrences[${at}].business`, yesNo(business)],
      [`occurrences[${at}].to`, to],
      [`occurrences[${at}].channel`, channel ?? usualChannel(to)],
    ]),
  ])
}

/** The rule under another adaptation; what it is about, and what ends it, stays. */
export function adaptedRule(rule: ReminderRule, { occurrences, escalation, off }: RuleAdaptation): ReminderRule {
  const { escalation: _escalation, off: _off, ...standing } = rule
  return { ...standing, occurrences, ...(escalation && { escalation }), ...(off && { off }) }
}
