import { type Day, daysBetween } from '#app/kernel/day.ts'
import { type ReviewDates, type sectors, stateOf } from './expert-review.ts'

/** A second reading that left during the year, in days of Paris. */
export type YearReview = {
  id: string
  number: string
  centre: string
  sector: (typeof sectors)[number]
  outcome: 'opinion' | 'unable' | null
  sentOn: Day
  answeredOn: Day | null
} & ReviewDates

/** What a resource centre is counted by once a year. */
export const reviewCounts = ['asked', 'answered', 'inTime', 'declined', 'unanswered', 'waiting', 'revoked'] as const
export type ReviewCount = (typeof reviewCounts)[number]

/** The list of each, by the name in its address. */
export const listNames = {
  asked: 'demandees',
  answered: 'avis',
  inTime: 'a-temps',
  declined: 'declinees',
  unanswered: 'sans-reponse',
  waiting: 'en-attente',
  revoked: 'retirees',
} as const satisfies Record<ReviewCount, string>
export const countOfList = (name: string | null): ReviewCount | null =>
  reviewCounts.find(count => listNames[count] === name) ?? null

/** Whether a request is among those that a count counts. */
export function isCounted(count: ReviewCount, review: YearReview, today: string): boolean {
  const state = stateOf(review, today)
  const isAnswered = state === 'answered'
  switch (count) {
    case 'asked':
      return true
    case 'answered':
      return isAnswered && review.outcome === 'opinion'
    case 'inTime':
      return (
        isAnswered && review.outcome === 'opinion' && review.answeredOn !== null && review.answeredOn <= review.dueOn
      )
    case 'declined':
      return isAnswered && review.outcome === 'unable'
    case 'unanswered':
      return state === 'closed'
    case 'waiting':
      return state === 'waiting' || state === 'read'
    case 'revoked':
      return state === 'revoked'
  }
}

/** Days between a request and its opinion, the one in the middle; of an even number, between the two. Null without any. */
function medianDelay(reviews: readonly YearReview[], today: string): number | null {
  const delays = reviews
    .flatMap(review =>
      review.answeredOn && isCounted('answered', review, today) ? [daysBetween(review.sentOn, review.answeredOn)] : [],
    )
    .sort((a, b) => a - b)
  const upper = delays[Math.floor(delays.length / 2)]
  const lower = delays[Math.floor((delays.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

export type YearFigures = { counts: Record<ReviewCount, number>; medianDelay: number | null }

export function figuresOf(reviews: readonly YearReview[], today: string): YearFigures {
  const count = (name: ReviewCount) => reviews.filter(review => isCounted(name, review, today)).length
  return {
    counts: {
      asked: count('asked'),
      answered: count('answered'),
      inTime: count('inTime'),
      declined: count('declined'),
      unanswered: count('unanswered'),
      waiting: count('waiting'),
      revoked: count('revoked'),
    },
    medianDelay: medianDelay(reviews, today),
  }
}

export type SectorLine = YearFigures & { sector: YearReview['sector'] }

/** The same by what the centres know, the most asked first. */
export function figuresBySector(reviews: readonly YearReview[], today: string): SectorLine[] {
  return [...new Set(reviews.map(({ sector }) => sector))]
    .map(sector => ({
      sector,
      ...figuresOf(
        reviews.filter(review => review.sector === sector),
        today,
      ),
    }))
    .sort((a, b) => b.counts.asked - a.counts.asked || a.sector.localeCompare(b.sector))
}
