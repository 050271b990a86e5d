import type { GuardRule, ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { missingIn, stepOf } from '#app/features/steps/answers.ts'
import { addDays, addMonths } from '#app/kernel/day.ts'
import type { CaseFacts } from './case-facts.ts'

type Guard = (
  facts: CaseFacts,
  definition: Pick<ProgrammeDefinition, 'settings' | 'waves' | 'steps' | 'states'>,
  asked: { step?: string | undefined },
) => boolean

const isSettled = (status: string) => status === 'done' || status === 'dropped' || status === 'deferred'
const isDelivered = (state: string) => state === 'delivered' || state === 'paid' || state === 'cancelled'

/** Each guard of the vocabulary: true when the case satisfies it. */
export const guards: Record<GuardRule, Guard> = {
  contact_person: facts => facts.hasContactPerson,
  practitioner_assigned: facts => facts.hasPractitioner,
  eligibility_accepted: facts => facts.eligibility.decision === 'eligible',
  ineligibility_decided: ({ eligibility }) =>
    eligibility.decision === 'ineligible' && eligibility.decisionReason !== null,
  board_agreement: ({ eligibility }) => eligibility.requester === 'governance' || eligibility.boardAgreementOn !== null,
  notice_given: facts => facts.eligibility.noticeGivenOn !== null,
  not_recently_accompanied: ({ previous, today }, { settings }) =>
    previous === null || addMonths(previous.lastOn, settings.recentAccompanimentMonths) <= today,
  referral_recorded: ({ referral }) => referral !== null && referral.reason !== null,
  snapshot_complete: ({ snapshot }, { settings }) =>
    snapshot !== null && snapshot.known >= snapshot.required * settings.snapshotCompleteness,
  needs_ranked: ({ needs }) => needs.count > 0 && needs.ranked,
  validated_by_leader: ({ validation }) =>
    validation !== null && (validation.function === 'leader' || validation.function === 'governance'),
  governance_involved: ({ validation }) => validation?.function === 'governance',
  practitioner_days_recorded: ({ practitionerDays }) => practitionerDays !== null && practitionerDays > 0,
  has_plan_action: ({ actions }) => actions.some(({ status }) => status !== 'dropped'),
  has_self_action: ({ actions }) =>
    actions.some(({ nature, status }) => nature === 'self_action' && status !== 'dropped'),
  committee_dated: facts => facts.committeeOn !== null,
  committee_not_required: (_facts, { settings }) => !settings.committeeRequired,
  opinion_recorded: facts => facts.opinion !== null,
  opinion_adjourned: facts => facts.opinion === 'adjourned',
  opinion_not_adjourned: facts => facts.opinion !== 'adjourned',
  unfavourable_justified: ({ opinion, opinionComment }) => opinion !== 'unfavourable' || opinionComment !== null,
  plan_approved_by_organisation: facts => facts.planApprovedOn !== null,
  actions_settled: ({ actions, engineerings }) =>
    actions.every(({ status }) => isSettled(status)) ||
    (engineerings.length > 0 && engineerings.every(({ state }) => isDelivered(state))),
  sessions_held: ({ engineerings }, { settings }) => {
    const bought = engineerings.filter(({ state }) => state !== 'cancelled')
    const sum = (of: 'daysOrdered' | 'daysHeld') => bought.reduce((total, engineering) => total + engineering[of], 0)
    return sum('daysHeld') >= sum('daysOrdered') * settings.sessionsShare
  },
  restitution_held: facts => facts.restitutionOn !== null,
  final_report_filed: facts => facts.finalReport !== null,
  // Satisfaction is a question of the wave that leaves at the restitution.
  satisfaction_asked: ({ followUps }) => followUps.some(({ wave, state }) => wave === 'T1' && state !== 'cancelled'),
  follow_ups_planned: ({ followUps }, { waves }) =>
    waves.every(({ wave }) => followUps.some(planned => planned.wave === wave)),
  last_follow_up_settled: ({ followUps, today }, { settings, waves }) => {
    const last = followUps.findLast(({ wave }) => wave === 'T3') ?? followUps.at(-1)
    if (!last) return waves.length === 0
    if (last.state === 'answered') return true
    const waited = last.plannedOn !== null && addDays(last.plannedOn, settings.closingDays) <= today
    return last.attempts >= settings.closingAttempts && waited
  },
  reason_given: facts => facts.reason !== null,
  resume_day_given: facts => facts.resumeOn !== null,
  step_answered: ({ state, answers }, definition, asked) => {
    const code = asked.step ?? definition.states.find(known => known.code === state)?.step
    const step = stepOf(definition, code)
    return step === null || missingIn(step, answers).length === 0
  },
  organisation_attached: facts => facts.hasOrganisation,
  channel_known: facts => facts.channel !== null,
  network_status_known: facts => facts.hasNetworkStatus,
  impact_framed: ({ impactStage }) => impactStage !== null && impactStage !== 'framing',
  impact_measured_before: ({ impactStage }) => impactStage === 'after' || impactStage === 'concluded',
  impact_concluded: ({ impactStage }) => impactStage === 'concluded',
}
