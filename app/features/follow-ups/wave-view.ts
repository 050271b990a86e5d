import type { followUps } from '#db/schema/follow-ups.ts'
import { reviewsIn } from './action-reviews.ts'
import { isOpen } from './answers.ts'

type FollowUp = typeof followUps.$inferSelect
export type WaveView = ReturnType<typeof waveView>

const words = (value: unknown) => (typeof value === 'string' ? value : null)
const several = (value: unknown) => (Array.isArray(value) && value.length > 0 ? value.map(String) : null)
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
      fte: note(row.answers.fte),
      fixedTerm: note(row.answers.fixedTerm),
      women: note(row.answers.women),
      partTime: note(row.answers.partTime),
      subsidised: note(row.answers.subsidised),
      funderCount: row.funderCount,
      funderKinds: several(row.answers.funderKinds),
      strategy: row.strategy,
      jobLink: row.jobLink,
      jobsKept: row.jobsKept,
      jobsKeptProof: words(row.answers.jobsKeptProof),
      economicSituation: row.economicSituation,
      objectivesReached: row.objectivesReached,
      objectivesProof: words(row.answers.objectivesProof),
      appropriation: row.appropriation,
      governance: note(row.answers.governance),
      alliances: words(row.answers.alliances),
      statusChange: words(row.answers.statusChange),
      unexpected: words(row.answers.unexpected),
      newNeeds: words(row.answers.newNeeds),
      newCase: words(row.answers.newCase),
      verbatim: row.verbatim,
      quoteConsent: row.quoteConsent,
    },
  }
}
