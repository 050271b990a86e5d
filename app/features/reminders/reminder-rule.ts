import { z } from 'zod'
import { label } from '#app/features/programmes/questions.ts'
import {
  channels,
  isTeam,
  mayBeTold,
  mostOccurrences,
  recipients,
  type Stop,
  stopNames,
  triggerNames,
  triggers,
} from './reminder-vocabulary.ts'

const occurrence = z.strictObject({
  /** From the anchor; negative is before it. */
  days: z.int().min(-365).max(3650),
  /** Counted in business days rather than calendar days. */
  business: z.boolean(),
  to: z.enum(recipients),
  /** The team is told in the product and the others by e-mail, when absent. */
  channel: z.enum(channels).optional(),
})

const adaptable = {
  occurrences: z.array(occurrence).min(1).max(mostOccurrences),
  /** Tells a manager so many days after the last occurrence, if nothing ended it. */
  escalation: z.strictObject({ days: z.int().min(1).max(365), business: z.boolean() }).optional(),
  /** Switched off by the operator. */
  off: z.literal(true).optional(),
}

/** What an operator adapts of a rule: when it is said, to whom, by which channel, and whether at all. */
export const ruleAdaptation = z.strictObject(adaptable)
export type RuleAdaptation = z.infer<typeof ruleAdaptation>

/** A rule as data, of a programme or of an operator: what it begins with, whom it tells and when, and what ends it. */
export const reminderRule = z
  .strictObject({
    /** Its number in the trade's catalogue of rules, `R01` to `R36`. */
    rule: z.string().regex(/^R[0-9]{2}$/),
    label,
    /** Why it is sent, and what makes it stop; said with each reminder. */
    why: label.optional(),
    trigger: z.enum(triggerNames),
    stop: z.enum(stopNames),
    ...adaptable,
  })
  .superRefine(({ rule, trigger, stop, occurrences }, ctx) => {
    const refuse = (message: string) => ctx.addIssue({ code: 'custom', message: `${message} ${rule}` })
    const known: readonly Stop[] = triggers[trigger].stops
    if (!known.includes(stop)) refuse('stop-of-another-trigger')
    for (const { to, channel } of occurrences) {
      if (!mayBeTold(trigger, to)) refuse('recipient-without-case')
      if (channel === 'product' && !isTeam(to)) refuse('product-is-for-the-team')
    }
  })

export type ReminderRule = z.infer<typeof reminderRule>
export type ReminderOccurrence = ReminderRule['occurrences'][number]
