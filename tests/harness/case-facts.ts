import type { CaseFacts } from '#app/features/accompaniments/case-facts.ts'
import { noEligibility } from '#app/features/accompaniments/eligibility.ts'
import { type Day, day } from '#app/kernel/day.ts'

/** A day written in a test; throws on one that does not exist. */
export function testDayOf(written: string): Day {
  const value = day(written)
  if (!value) throw new Error(`no such day: ${written}`)
  return value
}

/** A case of which everything was done as it should: every guard passes, whatever the state. */
export function completeFacts(changes: Partial<CaseFacts> = {}): CaseFacts {
  const at = testDayOf
  return {
    state: 'received',
    stateSince: at('2026-01-05'),
    today: at('2026-03-12'),
    requestedOn: at('2026-01-05'),
    intakeOn: at('2026-01-12'),
    diagnosticStartedOn: at('2026-01-20'),
    hasContactPerson: true,
    hasPractitioner: true,
    eligibility: {
      ...noEligibility,
      requester: 'governance',
      noticeGivenOn: at('2026-01-12'),
      decision: 'eligible',
      decidedOn: at('2026-01-15'),
    },
    previous: null,
    referral: { sentTo: 'France Active', reason: 'besoin de trésorerie' },
    snapshot: { known: 10, required: 10 },
    needs: { count: 3, ranked: true },
    practitionerDays: 3,
    sentForValidationOn: null,
    validation: { on: at('2026-02-20'), by: 'Aïcha Benali', function: 'governance' },
    actions: [
      { nature: 'self_action', status: 'done', title: 'Tenir un budget mensuel', dueOn: at('2026-04-30') },
      { nature: 'individual_engineering', status: 'done', title: 'Revoir le modèle', dueOn: null },
    ],
    committeeOn: at('2026-03-05'),
    opinion: 'favourable',
    opinionComment: null,
    planApprovedOn: at('2026-03-10'),
    engineerings: [{ state: 'delivered', daysOrdered: 4, daysHeld: 4 }],
    restitutionOn: at('2026-03-11'),
    finalReport: 'Tout est en place.',
    followUps: [
      { wave: 'T1', state: 'answered', plannedOn: at('2026-03-11'), attempts: 1 },
      { wave: 'T2', state: 'answered', plannedOn: at('2026-09-11'), attempts: 1 },
      { wave: 'T3', state: 'answered', plannedOn: at('2027-03-11'), attempts: 1 },
    ],
    resumeOn: at('2026-06-01'),
    hasOrganisation: true,
    channel: 'direct',
    hasNetworkStatus: true,
    impactStage: 'concluded',
    answers: { asked: 'oui' },
    reason: 'la direction change',
    ...changes,
  }
}
