import { isRna, isSiret, normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

export type Identifiers = {
  siret: string | null
  rna: string | null
  /** What was typed and does not pass its check. */
  siretDraft: string | null
  rnaDraft: string | null
}

/** Why the numbers of an organisation are refused: a check that fails, or another one that bears them. */
export type NumberFailure = Failure<'bad-siret' | 'bad-rna' | 'siret-known' | 'rna-known'>

/** The numbers as typed: checked, or kept as drafts when the person says so. */
export function identifiersOf(typed: {
  siret: string | null
  rna: string | null
  keepDraft: boolean
}): Result<Identifiers, NumberFailure> {
  const siret = checked(typed.siret, isSiret)
  const rna = checked(typed.rna, isRna)
  if (siret.draft && !typed.keepDraft) return fail('bad-siret', {}, 'siret')
  if (rna.draft && !typed.keepDraft) return fail('bad-rna', {}, 'rna')
  return ok({ siret: siret.value, rna: rna.value, siretDraft: siret.draft, rnaDraft: rna.draft })
}

function checked(typed: string | null, passes: (value: string) => boolean) {
  if (typed === null) return { value: null, draft: null }
  const value = normaliseIdentifier(typed)
  return passes(value) ? { value, draft: null } : { value: null, draft: typed }
}
