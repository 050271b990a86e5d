import { type Day, day } from '#app/kernel/day.ts'
import { type Period, yearOf } from '#app/kernel/period.ts'
import { type Dimension, isDimension, isOpenToFunders } from './dimension.ts'
import type { Audience } from './figure.ts'

/** What the address of the page says, as it was typed. */
export type TypedChoice = {
  du: string | null
  au: string | null
  par: string | null
  convention: string | null
  pour: string | null
}

/** Sentences of `figuresPage.filters`, by the field that they are about. */
export type ChoiceErrors = Partial<
  Record<keyof TypedChoice, 'badDay' | 'periodReversed' | 'needsAgreement' | 'notForFunders'>
>

export type FiguresChoice = {
  period: Period
  dimension: Dimension | null
  /** The code of an agreement that the operator has. */
  agreement: string | null
  audience: Audience
}

/** The present year for everything that was not chosen; no choice when what was typed makes no sense. */
export function choiceOf(
  typed: TypedChoice,
  today: Day,
  agreementCodes: readonly string[],
): { choice: FiguresChoice | null; errors: ChoiceErrors } {
  const year = yearOf(Number(today.slice(0, 4)))
  const from = typed.du === null ? year?.from : day(typed.du)
  const to = typed.au === null ? year?.to : day(typed.au)
  const dimension = isDimension(typed.par) ? typed.par : null
  const agreement = agreementCodes.find(code => code === typed.convention) ?? null
  const audience = typed.pour === 'financeur' ? 'funder' : 'operator'
  const errors: ChoiceErrors = {}
  if (!from) errors.du = 'badDay'
  if (!to) errors.au = 'badDay'
  if (from && to && from > to) errors.au = 'periodReversed'
  if (audience === 'funder' && !agreement) errors.convention = 'needsAgreement'
  if (audience === 'funder' && dimension && !isOpenToFunders(dimension)) errors.par = 'notForFunders'
  const isRight = from && to && Object.keys(errors).length === 0
  return { choice: isRight ? { period: { from, to }, dimension, agreement, audience } : null, errors }
}

/** The search parameters of a choice, for links that keep it. */
export function searchOf(typed: TypedChoice): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(typed)) if (value) search.set(name, value)
  return search
}
