import { z } from 'zod'
import { day } from '#app/kernel/day.ts'

/** The five criteria of the national practice, then what the law asks of whoever is supported. */
export const criteria = [
  'jobs_need',
  'territorial_usefulness',
  'no_alternative',
  'cannot_pay',
  'means_available',
  'employer',
  'legal_status',
] as const
export const criterionAnswers = ['yes', 'no', 'unsure'] as const
export const requesters = ['governance', 'employee', 'volunteer'] as const
export const decisions = ['eligible', 'ineligible'] as const

const dayOrNull = z
  .string()
  .nullable()
  .transform(value => day(value))

const stored = z.object({
  criteria: z.partialRecord(
    z.enum(criteria),
    z.object({ answer: z.enum(criterionAnswers).nullable(), note: z.string().nullable() }),
  ),
  /** Who came: an employee needs the agreement of the volunteer leaders. */
  requester: z.enum(requesters).nullable(),
  boardAgreementOn: dayOrNull,
  /** The day on which the requester was told what is done with the data. */
  noticeGivenOn: dayOrNull,
  urgent: z.boolean(),
  decision: z.enum(decisions).nullable(),
  decisionReason: z.string().nullable(),
  decidedOn: dayOrNull,
})
export type Eligibility = z.output<typeof stored>

export const noEligibility: Eligibility = {
  criteria: {},
  requester: null,
  boardAgreementOn: null,
  noticeGivenOn: null,
  urgent: false,
  decision: null,
  decisionReason: null,
  decidedOn: null,
}

/** Reads the column; what is not one (null, an older shape) is an eligibility of which nothing is known. */
export function readEligibility(value: unknown): Eligibility {
  const parsed = stored.safeParse(value)
  return parsed.success ? parsed.data : noEligibility
}
