import type { followUps } from '#db/schema/follow-ups.ts'
import { reviewsIn } from './action-reviews.ts'
import { isOpen } from './answers.ts'

type FollowUp = typeof followUps.$inferSelect
export type WaveView = ReturnType<typeof waveView>

const words = (value: unknown) => (typeof value === 'string' ? value : null)
const note = (value: unknown) => (typeof value === 'number' ? value : null)

/** A wave as the case shows it; late once its day has passed while an answer may still come. */
export function waveView(row: FollowUp, today: string) {
  return {
    id: row.id,
    wave: row.wave,
    state: row.state,
    plannedOn: row.plannedOn,
    answeredOn: row.answeredOn,
    channel: row.channel,
    respondent: words(row.answers.respondent),
    isOpen: isOpen(row.state),
    isLate:
      isOpen(row.state) &&
      row.state !== 'refused' &&
      row.state !== 'unreachable' &&
      row.plannedOn !== null &&
      row.plannedOn < today,
    reviews: reviewsIn(row.answers),
    answers: {
      standing: words(row.answers.standing),
      satisfaction: row.satisfaction,
      useful: note(row.answers.useful),
      officer: note(row.answers.officer),
      provider: note(row.answers.provider),
      format: note(row.answers.format),
      recommend: note(row.answers.recommend),
      headcount: row.headcount,
      permanent: row.permanent,
      funderCount: row.funderCount,
      strategy: row.strategy,
      jobLink: row.jobLink,
      jobsKept: row.jobsKept,
      economicSituation: row.economicSituation,
      objectivesReached: row.objectivesReached,
      appropriation: row.appropriation,
      governance: note(row.answers.governance),
      alliances: words(row.answers.alliances),
      unexpected: words(row.answers.unexpected),
      newNeeds: words(row.answers.newNeeds),
      verbatim: row.verbatim,
      quoteConsent: row.quoteConsent,
    },
  }
}
