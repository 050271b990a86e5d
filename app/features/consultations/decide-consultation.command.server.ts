import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringValues } from '#app/features/engineerings/engineering.ts'
import {
  engineeringOfCase,
  membersOf,
  updateEngineering,
} from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { DecisionInput } from './consultation-input.ts'
import { judgeDecision } from './consultation-rules.ts'
import { consultationOf, decisionKey, offersOf, scoresOf, writeDecision } from './consultations.store.server.ts'
import { criteriaOf } from './terms.store.server.ts'

/** The provider is chosen, the contract takes over the offer, and every bidder is told. */
export const decideConsultation = defineCommand({
  name: 'consultation.decide',
  input: DecisionInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator, today } = ctx
    const { engineeringId, number: _number, version, ...decided } = input
    const consultation = await consultationOf(tx, operator.id, engineeringId)
    if (!consultation) return fail('consultation-not-open')
    if (consultation.version !== version)
      throw await conflictOn(tx, operator.id, engineeringId, { version: consultation.version, values: consultation })
    if (consultation.decidedOn) return fail('consultation-decided')
    if (engineering.state !== 'draft') return fail('engineering-bought')
    const offers = await offersOf(tx, operator.id, engineeringId)
    const criteria = await criteriaOf(tx, operator.id, engineeringId)
    const scores = await scoresOf(tx, operator.id, engineeringId)
    const judged = judgeDecision({ ...decided, deadline: consultation.deadline, offers, criteria, scores }, today)
    if (!judged.ok) return judged
    const chosen = judged.value
    await writeDecision(tx, operator.id, engineeringId, decided)
    const { id: _id, kind: _kind, version: _version, ...before } = engineering
    const after = {
      ...before,
      providerId: chosen.providerId,
      orderedQuarters: chosen.quarters,
      amountCents: chosen.amountCents,
    }
    await updateEngineering(tx, operator.id, engineeringId, after)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const changes = changesBetween(engineeringValues(engineering), engineeringValues(after))
    await recordOnCases(ctx, cases, {
      name: 'consultation.decided',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      happenedOn: decided.decidedOn,
      data: { title: engineering.title, provider: chosen.provider, changes },
    })
    for (const { id: offerId, email } of offers)
      await planSend(ctx, {
        key: `${decisionKey(engineeringId)}:${offerId}`,
        message: offerId === chosen.id ? 'offer.retained' : 'offer.declined',
        payload: { engineeringId, offerId },
        recipient: email ?? '',
        accompanimentId: cases[0] ?? null,
      })
    return ok({ provider: chosen.provider, told: offers.length })
  },
})
