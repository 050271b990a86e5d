import { isRna, isSiret, normaliseIdentifier } from '#app/kernel/identifiers.ts'

export const requesters = ['governance', 'employee', 'volunteer'] as const
export const declineReasons = ['out_of_scope', 'not_employer', 'better_elsewhere', 'known', 'unwanted'] as const

/** Days during which a draft waits for its author; its link ends with it. */
export const draftDays = 30

type Written = {
  organisationName: string | null
  siret: string | null
  rna: string | null
  personName: string | null
  motive: string | null
  noticeGiven: boolean
}

/** What a request lacks before it can be sent, by field: a draft may lack anything. */
export function missingToSend(written: Written): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const name of ['organisationName', 'personName', 'motive'] as const)
    if (!written[name]) fields[name] = ['input.required']
  if (!written.noticeGiven) fields.noticeGiven = ['input.required']
  if (written.siret && !isSiret(normaliseIdentifier(written.siret))) fields.siret = ['input.bad-siret']
  if (written.rna && !isRna(normaliseIdentifier(written.rna))) fields.rna = ['input.bad-rna']
  return fields
}
