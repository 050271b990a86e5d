/**
 * The closed vocabulary in which figures are written. A fact is a kind of row (its SQL is in `facts.store.server.ts`);
 * its quantities are numbers and its conditions are yes or no, both null while unknown. Its counts say how many of the
 * rows of a line are known, where that is not whether the quantity is there.
 */
const facts = {
  /** Accompaniments asked for in the period. */
  requests: { quantities: [], conditions: ['isDirect'], counts: [] },
  /** Accompaniments received in the period. */
  intakes: { quantities: ['waited'], conditions: [], counts: [] },
  referred: { quantities: [], conditions: ['isAccepted'], counts: [] },
  diagnosed: { quantities: [], conditions: [], counts: [] },
  /** One row per organisation that was supported in the period. */
  supported: { quantities: [], conditions: ['isNew', 'isEngineered', 'isInQpv', 'isInFrr'], counts: [] },
  /** The first T0 of each supported organisation: all unknown when it has none. */
  photos: {
    quantities: ['headcount', 'fte', 'permanent', 'women', 'partTime', 'subsidised'],
    conditions: [],
    counts: [],
  },
  /** Engineerings signed in the period, one row per member. */
  signed: { quantities: ['amount'], conditions: ['isIndividual', 'isCollective'], counts: [] },
  /** Engineerings with sessions held in the period, one row per member; a line stands for all of these sessions. */
  held: { quantities: ['days'], conditions: [], counts: ['daysKnown'] },
  /** Sessions held in the period, one row per member; `part`: one session divided by its members in scope. */
  sheets: { quantities: ['part'], conditions: ['isIncomplete'], counts: [] },
  /** Engineerings paid in the period, one row per member, and what was held in them at any date. */
  paid: { quantities: ['amount'], conditions: [], counts: [] },
  paidDays: { quantities: ['days'], conditions: [], counts: [] },
  /** Accompaniments whose restitution was held in the period, and the actions of their plans that were not dropped. */
  restituted: { quantities: ['lasted'], conditions: [], counts: [] },
  actions: { quantities: [], conditions: ['isDone'], counts: [] },
  /** T1 and T3 answered in the period; T3 planned in the period. */
  firstAnswers: { quantities: ['satisfaction'], conditions: [], counts: [] },
  answers: { quantities: ['jobsKept', 'appropriation', 'late'], conditions: ['isImproved', 'isReached'], counts: [] },
  planned: { quantities: [], conditions: ['isAnswered'], counts: [] },
  /** Per organisation, the latest T3 answered in the period whose head-count is known there and at T0. */
  pairs: { quantities: ['before', 'after', 'created'], conditions: [], counts: ['linksKnown'] },
  volunteering: { quantities: ['hours'], conditions: [], counts: [] },
  abandonments: { quantities: [], conditions: [], counts: [] },
} as const

export type Fact = keyof typeof facts
type Quantity<F extends Fact> = (typeof facts)[F]['quantities'][number]
type Condition<F extends Fact> = (typeof facts)[F]['conditions'][number]
type RowCount<F extends Fact> = (typeof facts)[F]['counts'][number]

/** Rows of a fact, those that a condition keeps when there is one. */
export type Count = { kind: 'count'; of: Fact; where?: string }
/** Distinct organisations, or distinct providers, among the rows of a fact. */
export type Distinct = { kind: 'distinct'; of: Fact; by: 'organisation' | 'provider' }
/** `known`: the count of rows whose value is known. */
export type Sum = { kind: 'sum'; of: Fact; quantity: string; known?: string }
/** The middle value, in units of `per`. */
export type Median = { kind: 'median'; of: Fact; quantity: string; per: number }
export type Mean = { kind: 'mean'; of: Fact; quantity: string }
/** Rows that meet a condition, among those where it is known; each counts for one, or for `part`. */
export type Share = { kind: 'share'; of: Fact; condition: string; part?: string }
/** A sum in another of the same rows, where both are known. */
export type Portion = { kind: 'portion'; of: Fact; quantity: string; in: string }
/** By how much a sum changed over the same rows, where both are known. */
export type Change = { kind: 'change'; of: Fact; from: string; to: string }
export type Ratio = { kind: 'ratio'; numerator: Sum; denominator: Sum | Distinct }
export type Measure = Count | Distinct | Sum | Median | Mean | Share | Portion | Change | Ratio

// These are the only way to write a measure: they take the fact's own names and nothing else.
export const count = <F extends Fact>(of: F, where?: Condition<F>): Count => ({ kind: 'count', of, where })
export const organisations = (of: Fact): Distinct => ({ kind: 'distinct', of, by: 'organisation' })
export const providers = (of: 'held'): Distinct => ({ kind: 'distinct', of, by: 'provider' })
export const sum = <F extends Fact>(of: F, quantity: Quantity<F>, known?: RowCount<F>): Sum => ({
  kind: 'sum',
  of,
  quantity,
  known,
})
export const median = <F extends Fact>(of: F, quantity: Quantity<F>, per = 1): Median => ({
  kind: 'median',
  of,
  quantity,
  per,
})
export const mean = <F extends Fact>(of: F, quantity: Quantity<F>): Mean => ({ kind: 'mean', of, quantity })
export const share = <F extends Fact>(of: F, condition: Condition<F>, part?: Quantity<F>): Share => ({
  kind: 'share',
  of,
  condition,
  part,
})
export const portion = <F extends Fact>(of: F, quantity: Quantity<F>, whole: Quantity<F>): Portion => ({
  kind: 'portion',
  of,
  quantity,
  in: whole,
})
export const change = <F extends Fact>(of: F, from: Quantity<F>, to: Quantity<F>): Change => ({
  kind: 'change',
  of,
  from,
  to,
})
export const ratio = (numerator: Sum, denominator: Sum | Distinct): Ratio => ({ kind: 'ratio', numerator, denominator })
