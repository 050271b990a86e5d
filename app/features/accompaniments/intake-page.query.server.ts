import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { agreementsOfCase, agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { communeAsTyped } from '#app/features/organisations/communes.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { challengesOfCase, openChallenges } from '#app/features/territories/challenge-cases.store.server.ts'
import { caseInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { intakeFormValues } from './intake-form.ts'
import { factsOfCase } from './move-case.store.server.ts'
import { offeredTransitions } from './offered-transitions.ts'
import { typedPlace } from './project-place.store.server.ts'
import { referralsOfCase } from './referrals.store.server.ts'

export const intakePage = defineQuery({
  name: 'accompaniment.intake',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, _input, { row, programme }) => {
    const { tx, operator, today } = ctx
    const known = row.organisationId ? await peopleOf(tx, operator.id, row.organisationId) : []
    const facts = await factsOfCase(ctx, row)
    return {
      number: row.number,
      base: `/o/${operator.slug}`,
      today,
      version: row.version,
      organisationId: row.organisationId,
      values: intakeFormValues(row),
      people: known.map(({ id, name, role }) => ({ id, name, role })),
      referrals: (await referralsOfCase(tx, operator.id, row.id)).map(referral => ({
        id: referral.id,
        version: referral.version,
        sentTo: referral.sentTo,
        sentOn: referral.sentOn,
        reason: referral.reason,
        answer: referral.answer,
        answeredOn: referral.answeredOn,
        expectedOn: referral.expectedOn,
        outcome: referral.outcome,
        word: referral.word,
        isSaid: referral.saidAt !== null,
        noter: referral.noter,
        partnerName: referral.partnerName,
        partnerEmail: referral.partnerEmail,
      })),
      territory: row.territory && { ...row.territory, commune: communeAsTyped(row.territory.commune) },
      place: row.organisationId ? null : { typed: typedPlace(row.territory) },
      challenges: await challengesOfCase(tx, operator.id, row.id),
      challengesToTie: await openChallenges(tx, operator.id),
      previous: facts.previous,
      canRefer: programme.definition.transitions.some(({ code, from }) => code === 'refer' && from.includes(row.state)),
      agreements: (await agreementsOfCase(tx, operator.id, row.id)).map(({ id }) => id),
      agreementsToChoose: await agreementsToChoose(tx, operator.id),
      transitions: offeredTransitions(programme.definition, facts, [
        'hold_intake',
        'start_diagnostic',
        'declare_ineligible',
      ]),
    }
  },
})
