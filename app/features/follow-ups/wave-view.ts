import type { followUps } from '#db/schema/follow-ups.ts'
import { isOpen } from './answers.ts'

type FollowUp = typeof followUps.$inferSelect
export type WaveView = ReturnType<typeof waveView>

/** A wave as the case shows it; late once its day has passed while an answer may still come. */
export function waveView(row: FollowUp, today: string) {
  return {
    id: row.id,
    wave: row.wave,
    state: row.state,
    plannedOn: row.plannedOn,
    answeredOn: row.answeredOn,
    channel: row.channel,
    respondent: typeof row.answers.respondent === 'string' ? row.answers.respondent : null,
    isOpen: isOpen(row.state),
    isLate:
      isOpen(row.state) &&
      row.state !== 'refused' &&
      row.state !== 'unreachable' &&
      row.plannedOn !== null &&
      row.plannedOn < today,
    answers: {
      satisfaction: row.satisfaction,
      headcount: row.headcount,
      permanent: row.permanent,
      funderCount: row.funderCount,
      strategy: row.strategy,
      jobLink: row.jobLink,
      jobsKept: row.jobsKept,
      economicSituation: row.economicSituation,
      objectivesReached: row.objectivesReached,
      appropriation: row.appropriation,
      newNeeds: typeof row.answers.newNeeds === 'string' ? row.answers.newNeeds : null,
      verbatim: row.verbatim,
      quoteConsent: row.quoteConsent,
    },
  }
}
