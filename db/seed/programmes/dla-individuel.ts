import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { diagnosticQuestions, intakeQuestions, planQuestions, restitutionQuestions } from './dla-questions.ts'
import { dlaRules } from './dla-rules.ts'

/** Everything that is still moving: from here a case may be suspended or abandoned. */
const openStates = [
  'received',
  'intake',
  'diagnostic',
  'diagnostic_validated',
  'planning',
  'committee_review',
  'committee_adjourned',
  'plan_approved',
  'in_progress',
  'restitution',
  'follow_up',
]

/** Dispositif local d'accompagnement, one organisation: law of 31 July 2014 art. 61, decree 2015-1103, national guide. */
export const dlaIndividuel: ProgrammeDefinition = {
  code: 'dla-individuel',
  version: 1,
  name: { fr: 'DLA individuel', en: 'Individual DLA' },
  unitOfCount: 'organisation',
  startsWithoutOrganisation: false,
  initialState: 'received',
  steps: [
    { code: 'intake', label: { fr: 'Accueil', en: 'Intake' }, tab: 'accueil', questions: intakeQuestions },
    {
      code: 'diagnostic',
      label: { fr: 'Diagnostic', en: 'Diagnostic' },
      tab: 'diagnostic',
      questions: diagnosticQuestions,
    },
    { code: 'plan', label: { fr: 'Parcours', en: 'Plan' }, tab: 'parcours', questions: planQuestions },
    { code: 'sessions', label: { fr: 'Séances', en: 'Sessions' }, tab: 'seances' },
    { code: 'restitution', label: { fr: 'Bilan', en: 'Restitution' }, tab: 'bilan', questions: restitutionQuestions },
    { code: 'follow_up', label: { fr: 'Suivi', en: 'Follow-up' }, tab: 'suivi' },
  ],
  states: [
    { code: 'received', label: { fr: 'Demande reçue', en: 'Request received' }, step: 'intake', kind: 'open' },
    { code: 'intake', label: { fr: 'Accueil', en: 'Intake' }, step: 'intake', kind: 'open' },
    { code: 'referred', label: { fr: 'Réorientée', en: 'Referred elsewhere' }, step: null, kind: 'ended' },
    { code: 'ineligible', label: { fr: 'Non éligible', en: 'Not eligible' }, step: null, kind: 'ended' },
    {
      code: 'diagnostic',
      label: { fr: 'Diagnostic en cours', en: 'Diagnostic under way' },
      step: 'diagnostic',
      kind: 'open',
    },
    {
      code: 'diagnostic_validated',
      label: { fr: 'Diagnostic validé', en: 'Diagnostic validated' },
      step: 'diagnostic',
      kind: 'open',
    },
    { code: 'planning', label: { fr: 'Parcours en construction', en: 'Plan being built' }, step: 'plan', kind: 'open' },
    {
      code: 'committee_review',
      label: { fr: 'En comité d’appui', en: 'Before the committee' },
      step: 'plan',
      kind: 'open',
    },
    { code: 'committee_adjourned', label: { fr: 'Ajournée', en: 'Adjourned' }, step: 'plan', kind: 'open' },
    { code: 'plan_approved', label: { fr: 'Parcours validé', en: 'Plan approved' }, step: 'plan', kind: 'open' },
    {
      code: 'in_progress',
      label: { fr: 'Accompagnement en cours', en: 'Accompaniment under way' },
      step: 'sessions',
      kind: 'open',
    },
    { code: 'suspended', label: { fr: 'Suspendue', en: 'Suspended' }, step: null, kind: 'paused' },
    {
      code: 'restitution',
      label: { fr: 'Restitution et bilan', en: 'Restitution and report' },
      step: 'restitution',
      kind: 'open',
    },
    {
      code: 'follow_up',
      label: { fr: 'Suivi post-accompagnement', en: 'Follow-up' },
      step: 'follow_up',
      kind: 'open',
    },
    { code: 'closed', label: { fr: 'Clôturée', en: 'Closed' }, step: 'follow_up', kind: 'ended' },
    { code: 'abandoned', label: { fr: 'Abandonnée', en: 'Abandoned' }, step: null, kind: 'ended' },
  ],
  transitions: [
    {
      code: 'hold_intake',
      from: ['received'],
      to: 'intake',
      guards: [
        { rule: 'contact_person', severity: 'block' },
        { rule: 'practitioner_assigned', severity: 'block' },
      ],
    },
    {
      code: 'start_diagnostic',
      from: ['intake'],
      to: 'diagnostic',
      guards: [
        { rule: 'eligibility_accepted', severity: 'block' },
        // The volunteer leaders' agreement when an employee asks (practice of several operators, charters).
        { rule: 'board_agreement', severity: 'block' },
        { rule: 'notice_given', severity: 'block' },
        { rule: 'not_recently_accompanied', severity: 'warn' },
      ],
    },
    {
      code: 'refer',
      from: ['received', 'intake', 'diagnostic'],
      to: 'referred',
      guards: [{ rule: 'referral_recorded', severity: 'block' }],
    },
    {
      code: 'declare_ineligible',
      from: ['intake', 'diagnostic'],
      to: 'ineligible',
      guards: [{ rule: 'ineligibility_decided', severity: 'block' }],
    },
    {
      code: 'validate_diagnostic',
      from: ['diagnostic'],
      to: 'diagnostic_validated',
      guards: [
        { rule: 'snapshot_complete', severity: 'block' },
        { rule: 'needs_ranked', severity: 'block' },
        { rule: 'validated_by_leader', severity: 'block' },
        { rule: 'governance_involved', severity: 'warn' },
        { rule: 'practitioner_days_recorded', severity: 'warn' },
      ],
    },
    { code: 'start_planning', from: ['diagnostic_validated', 'committee_adjourned'], to: 'planning', guards: [] },
    {
      code: 'submit_to_committee',
      from: ['planning'],
      to: 'committee_review',
      guards: [
        { rule: 'has_plan_action', severity: 'block' },
        { rule: 'committee_dated', severity: 'block' },
        { rule: 'has_self_action', severity: 'warn' },
      ],
    },
    {
      code: 'adjourn',
      from: ['committee_review'],
      to: 'committee_adjourned',
      guards: [{ rule: 'opinion_adjourned', severity: 'block' }],
    },
    {
      // The committee only advises: any opinion may pass, an unfavourable one with the practitioner's reasons.
      code: 'approve_plan',
      from: ['committee_review'],
      to: 'plan_approved',
      guards: [
        { rule: 'has_plan_action', severity: 'block' },
        { rule: 'opinion_recorded', severity: 'block' },
        { rule: 'unfavourable_justified', severity: 'block' },
        { rule: 'opinion_not_adjourned', severity: 'warn' },
      ],
    },
    {
      code: 'approve_plan',
      from: ['planning'],
      to: 'plan_approved',
      guards: [
        { rule: 'committee_not_required', severity: 'block' },
        { rule: 'has_plan_action', severity: 'block' },
        { rule: 'has_self_action', severity: 'warn' },
      ],
    },
    {
      code: 'start',
      from: ['plan_approved'],
      to: 'in_progress',
      guards: [{ rule: 'plan_approved_by_organisation', severity: 'block' }],
    },
    {
      code: 'hold_restitution',
      from: ['in_progress'],
      to: 'restitution',
      guards: [
        { rule: 'actions_settled', severity: 'block' },
        { rule: 'sessions_held', severity: 'warn' },
      ],
    },
    {
      code: 'enter_follow_up',
      from: ['restitution'],
      to: 'follow_up',
      guards: [
        { rule: 'restitution_held', severity: 'block' },
        { rule: 'final_report_filed', severity: 'block' },
        { rule: 'satisfaction_asked', severity: 'block' },
        { rule: 'follow_ups_planned', severity: 'block' },
      ],
    },
    {
      code: 'close',
      from: ['follow_up'],
      to: 'closed',
      guards: [{ rule: 'last_follow_up_settled', severity: 'block' }],
    },
    {
      code: 'suspend',
      from: openStates,
      to: 'suspended',
      guards: [
        { rule: 'reason_given', severity: 'block' },
        { rule: 'resume_day_given', severity: 'block' },
      ],
    },
    {
      code: 'abandon',
      from: [...openStates, 'suspended'],
      to: 'abandoned',
      guards: [{ rule: 'reason_given', severity: 'block' }],
    },
  ],
  typology: { target: 'organisation', trade: 'guidance', format: 'individual' },
  waves: [
    { wave: 'T1', earliestOf: [{ anchor: 'restitution', months: 0 }] },
    { wave: 'T2', earliestOf: [{ anchor: 'restitution', months: 6 }] },
    {
      // The national guide asks 12 to 18 months after the diagnostic; long paths push it after the restitution.
      wave: 'T3',
      earliestOf: [
        { anchor: 'diagnostic_validated', months: 18 },
        { anchor: 'restitution', months: 12 },
      ],
      notBefore: { anchor: 'restitution', months: 3 },
    },
  ],
  ...dlaRules,
}
