import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import type { Score } from './consultation.ts'
import { ScoresInput } from './consultation-input.ts'
import { isAnswerTimeOver } from './consultation-rules.ts'
import { bumpConsultation, consultationOf, offersOf, replaceScores, scoresOf } from './consultations.store.server.ts'
import { criteriaOf } from './terms.store.server.ts'

/** The grid, as far as it is filled: the organisation's points beside the practitioner's. */
export const scoreOffers = defineCommand({
  name: 'offer.score',
  input: ScoresInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { engineeringId, version, scores }, engineering) => {
    const consultation = await consultationOf(tx, operator.id, engineeringId)
    if (!consultation) return fail('consultation-not-open')
    const criteria = await criteriaOf(tx, operator.id, engineeringId)
    const offers = await offersOf(tx, operator.id, engineeringId)
    const known = await scoresOf(tx, operator.id, engineeringId)
    if (consultation.version !== version) {
      const values = Object.fromEntries(
        scores.flatMap(({ offerId, criterionId }, index) =>
          (['organisation', 'practitioner'] as const).map(scorer => [
            `scores[${index}].${scorer}`,
            known.find(
              score => score.offerId === offerId && score.criterionId === criterionId && score.scorer === scorer,
            )?.points ?? null,
          ]),
        ),
      )
      throw await conflictOn(tx, operator.id, engineeringId, { version: consultation.version, values })
    }
    if (consultation.decidedOn) return fail('consultation-decided')
    if (!isAnswerTimeOver(consultation.deadline, today)) return fail('deadline-not-passed')
    const given: Score[] = []
    for (const [index, { offerId, criterionId, ...points }] of scores.entries()) {
      const criterion = criteria.find(({ id }) => id === criterionId)
      if (!criterion || !offers.some(({ id }) => id === offerId)) return fail('unknown-offer')
      for (const scorer of ['organisation', 'practitioner'] as const) {
        const value = points[scorer]
        if (value === null) continue
        if (value > criterion.weight)
          return fail('points-over-weight', { max: criterion.weight }, `scores[${index}].${scorer}`)
        if (given.some(s => s.offerId === offerId && s.criterionId === criterionId && s.scorer === scorer))
          return fail('unknown-offer')
        given.push({ offerId, criterionId, scorer, points: value })
      }
    }
    await replaceScores(tx, operator.id, engineeringId, given)
    await bumpConsultation(tx, operator.id, engineeringId)
    await record({
      name: 'offer.scored',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      data: { title: engineering.title, scores: given },
    })
    return ok({ engineeringId })
  },
})
