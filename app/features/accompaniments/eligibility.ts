import { z } from 'zod'
import { day } from '#app/kernel/day.ts'
import { criteria, criterionAnswers, decisions, requesters } from './criteria.ts'

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
