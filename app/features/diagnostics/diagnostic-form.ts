import { expertiseDomains } from './expertise-domains.ts'
import type { NeedWeight } from './need.ts'
import { readSituation } from './situation.ts'

type DiagnosticRow = {
  participants: string | null
  documentsSeen: string | null
  practitionerDays: number | null
  situation: unknown
  strengths: string | null
  brakes: string | null
  conclusions: string | null
}
type NeedRow = { title: string; domain: string } & NeedWeight
export type FormValues = Record<string, string | number | null>

/** The diagnostic by the names of its form's fields: what the form shows, what a conflict compares, what history keeps. */
export function diagnosticFormValues(row: DiagnosticRow | null, needs: readonly NeedRow[]): FormValues {
  const situation = readSituation(row?.situation)
  const values: FormValues = {
    participants: row?.participants ?? null,
    documentsSeen: row?.documentsSeen ?? null,
    practitionerDays: row?.practitionerDays ?? null,
    strengths: row?.strengths ?? null,
    brakes: row?.brakes ?? null,
    conclusions: row?.conclusions ?? null,
  }
  for (const domain of expertiseDomains) {
    values[`situation.${domain}.score`] = situation[domain]?.score ?? null
    values[`situation.${domain}.text`] = situation[domain]?.text ?? null
  }
  for (const [index, need] of needs.entries()) {
    values[`needs[${index}].title`] = need.title
    values[`needs[${index}].domain`] = need.domain
    values[`needs[${index}].urgency`] = need.urgency
    values[`needs[${index}].jobsEffect`] = need.jobsEffect
  }
  return values
}
