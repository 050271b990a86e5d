import { type ExpertiseDomain, expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { redacted } from './redaction.ts'

/** The national resource centres of the DLA, by what they know; `other` is any other expert. */
export const sectors = [
  'culture',
  'sport',
  'social_health',
  'work_integration',
  'finance',
  'ecology',
  'digital',
  'other',
] as const

/** What a practitioner may share of a case. */
export const parts = ['request', 'figures', 'situation', 'findings', 'needs', 'plan'] as const
export type Part = (typeof parts)[number]

/** The texts of a copy, in the order in which they are read; each is shown to be struck through by hand. */
export const textKeys = [
  'request',
  ...expertiseDomains.map(domain => `situation_${domain}` as const),
  'strengths',
  'brakes',
  'conclusions',
  'needs',
  'plan',
] as const
export type TextKey = (typeof textKeys)[number]
export type Texts = Partial<Record<TextKey, string>>

/** Wide enough that no organisation is alone in its class. */
export const sizes = ['none', 'under_10', 'under_50', 'more'] as const
export const budgets = ['under_100', 'under_500', 'under_2000', 'more'] as const

/** What the centre reads: classes instead of figures, a region instead of a place, and texts without names. */
export type Copy = {
  programme: { fr: string; en: string }
  legalForm: string | null
  region: string | null
  size: (typeof sizes)[number] | null
  budget: (typeof budgets)[number] | null
  scores: Partial<Record<ExpertiseDomain, number>>
  texts: Texts
}

export type CaseToCopy = {
  programme: { fr: string; en: string }
  legalForm: string | null
  region: string | null
  headcount: number | null
  budget: number | null
  scores: Partial<Record<ExpertiseDomain, number>>
  texts: Texts
}

const partOf = (key: TextKey): Part =>
  key === 'request' || key === 'needs' || key === 'plan' ? key : key.startsWith('situation_') ? 'situation' : 'findings'

/** The smallest copy that holds the chosen parts; no name, identifier, contact nor address is in it. */
export function minimised(source: CaseToCopy, chosen: readonly Part[], names: readonly string[]): Copy {
  const has = (part: Part) => chosen.includes(part)
  const texts: Texts = {}
  for (const key of textKeys) {
    const text = source.texts[key]
    if (text && has(partOf(key))) texts[key] = redacted(text, names)
  }
  return {
    programme: source.programme,
    legalForm: source.legalForm,
    region: source.region,
    size: has('figures') ? sizeOf(source.headcount) : null,
    budget: has('figures') ? budgetOf(source.budget) : null,
    scores: has('situation') ? source.scores : {},
    texts,
  }
}

function sizeOf(headcount: number | null): Copy['size'] {
  if (headcount === null) return null
  if (headcount <= 0) return 'none'
  return headcount < 10 ? 'under_10' : headcount < 50 ? 'under_50' : 'more'
}

function budgetOf(budget: number | null): Copy['budget'] {
  if (budget === null) return null
  return budget < 100_000 ? 'under_100' : budget < 500_000 ? 'under_500' : budget < 2_000_000 ? 'under_2000' : 'more'
}

/** Longer, a request is forgotten on both sides, and what it opens stays open. */
const longestDays = 90

/** A request ends: it is due tomorrow at the earliest, and within three months. */
export function dueDay(dueOn: Day, today: Day): Result<Day, Failure<'due-too-soon' | 'due-too-late'>> {
  if (dueOn <= today) return fail('due-too-soon', {}, 'dueOn')
  if (dueOn > addDays(today, longestDays)) return fail('due-too-late', { most: longestDays }, 'dueOn')
  return ok(dueOn)
}

export const outcomes = ['opinion', 'unable'] as const
export type ReviewOutcome = (typeof outcomes)[number]

export type ReviewDates = {
  sentAt: Date | string | null
  openedAt: Date | string | null
  answeredAt: Date | string | null
  revokedAt: Date | string | null
  dueOn: string
}
export type ReviewState = 'draft' | 'waiting' | 'read' | 'answered' | 'closed' | 'revoked'

/** Where a request stands: past its day, an unanswered one is closed whatever was read. */
export function stateOf({ sentAt, openedAt, answeredAt, revokedAt, dueOn }: ReviewDates, today: string): ReviewState {
  if (revokedAt) return 'revoked'
  if (answeredAt) return 'answered'
  if (!sentAt) return 'draft'
  if (dueOn < today) return 'closed'
  return openedAt ? 'read' : 'waiting'
}
