import { z } from 'zod'
import { questionKinds } from './question-kinds.ts'

const code = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/)
export const label = z.strictObject({ fr: z.string().min(1).max(300), en: z.string().min(1).max(300) })
export type Label = z.infer<typeof label>

/**
 * How the answers to an earlier question are read in the scale of the one that took its place. `same` reads them as they are;
 * `answers` turns each into one of the later question's; with neither, the two are not comparable, and are not compared.
 */
const reading = {
  question: code,
  same: z.literal(true).optional(),
  answers: z.record(z.string(), z.string()).optional(),
}

/** A question of a step. What it is asked for, and when, is data of the programme. */
export const question = z.strictObject({
  code,
  label,
  hint: label.optional(),
  kind: z.enum(questionKinds),
  /** The answers of a choice. */
  options: z.array(z.strictObject({ code, label })).max(40).optional(),
  /** The words at both ends of a scale from 0 to `max`. */
  scale: z.strictObject({ max: z.union([z.literal(4), z.literal(10)]), low: label, high: label }).optional(),
  /** Shown after a number. */
  unit: label.optional(),
  /** Only the transitions look at it: a form is saved without it. */
  required: z.boolean().optional(),
  /** Asked at T0, and again at each wave. */
  tracked: z.boolean().optional(),
  /** Read by its author alone: neither colleague, manager, funder nor export. */
  confidential: z.boolean().optional(),
  /**
   * The tracked question of an earlier version that this one takes the place of; then what that one took the place of, and
   * so on, each read in the scale of the one that followed it.
   */
  replaces: z.strictObject({ ...reading, earlier: z.array(z.strictObject(reading)).max(20).optional() }).optional(),
  /** Asked only when another question of the same step has one of these answers. */
  when: z.strictObject({ question: code, is: z.array(code).min(1) }).optional(),
})
export type Question = z.infer<typeof question>
export type Replaced = Omit<NonNullable<Question['replaces']>, 'earlier'>

/** T0, or one of the waves. */
export const moments = ['T0', 'T1', 'T2', 'T3', 'T4'] as const
export type Moment = (typeof moments)[number]
