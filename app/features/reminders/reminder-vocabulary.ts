/** In which cases a trigger looks for its subjects; none of them ever looks at one that is abandoned or suspended. */
type Where =
  /** Those that ask for work. */
  | 'open'
  /** Those whose state is a pause of the programme's own, such as an idea that was parked. */
  | 'paused'
  /** Those that have ended too: an answer, a proof or a payment is still owed. */
  | 'any'
  /** None: the subject belongs to the operator. */
  | 'operator'

/**
 * What a rule may begin with: where it looks, what it is about, and the conditions that may end it. Each trigger has its
 * selection in `case-triggers.store.server.ts`, `work-triggers.store.server.ts` or `operator-triggers.store.server.ts`.
 */
export const triggers = {
  requested: { where: 'open', subject: 'case', stops: ['intake_held', 'eligibility_decided'] },
  diagnostic_started: { where: 'open', subject: 'case', stops: ['diagnostic_validated', 'snapshot_complete'] },
  diagnostic_sent: { where: 'open', subject: 'diagnostic', stops: ['diagnostic_validated'] },
  committee_dated: { where: 'open', subject: 'case', stops: ['committee_file_sent', 'opinion_recorded'] },
  consultation_deadline: {
    where: 'open',
    subject: 'consultation',
    stops: ['intentions_enough', 'offer_received', 'offers_scored'],
  },
  provider_chosen: { where: 'open', subject: 'contract', stops: ['contract_signed'] },
  contract_signed: { where: 'open', subject: 'contract', stops: ['session_planned'] },
  session_planned: { where: 'open', subject: 'session', stops: ['session_settled'] },
  session_held: { where: 'open', subject: 'session', stops: ['session_reported'] },
  work_due: { where: 'open', subject: 'work', stops: ['work_done'] },
  deliverable_due: { where: 'open', subject: 'deliverable', stops: ['deliverable_received'] },
  days_consumed: { where: 'open', subject: 'member', stops: ['plan_reviewed'] },
  last_session_held: { where: 'open', subject: 'case', stops: ['restitution_planned'] },
  /** Every wave, whichever. */
  follow_up_planned: { where: 'open', subject: 'wave', stops: ['follow_up_settled'] },
  /** The wave that asks about satisfaction, at the end. */
  satisfaction_planned: { where: 'open', subject: 'wave', stops: ['follow_up_settled'] },
  /** The waves that come months later. */
  effects_planned: { where: 'open', subject: 'wave', stops: ['follow_up_settled'] },
  last_effects_planned: { where: 'open', subject: 'wave', stops: ['follow_up_settled'] },
  invoice_received: { where: 'any', subject: 'invoice', stops: ['delivery_noted'] },
  invoice_payable: { where: 'any', subject: 'invoice', stops: ['invoice_paid'] },
  first_group_session: { where: 'open', subject: 'member', stops: ['governance_came'] },
  last_group_session: { where: 'open', subject: 'member', stops: ['review_held'] },
  case_agreement_ends: { where: 'any', subject: 'evidence', stops: ['evidence_complete'] },
  consent_withdrawn: { where: 'any', subject: 'consent', stops: ['piece_unpublished'] },
  referral_sent: { where: 'any', subject: 'referral', stops: ['referral_answered'] },
  case_parked: { where: 'paused', subject: 'case', stops: ['case_taken_up'] },
  provider_confirmed: { where: 'operator', subject: 'provider', stops: ['sheet_confirmed'] },
  quarter_ends: { where: 'operator', subject: 'agreement', stops: ['return_built'] },
  european_quarter_ends: { where: 'operator', subject: 'agreement', stops: ['sheets_signed'] },
  cohort_starts: { where: 'operator', subject: 'cohort', stops: ['cohort_filled'] },
  agreement_ends: { where: 'operator', subject: 'agreement', stops: ['agreement_renewed'] },
  organisation_left: { where: 'operator', subject: 'organisation', stops: ['data_erased'] },
} as const satisfies Record<string, { where: Where; subject: string; stops: readonly string[] }>

export type Trigger = keyof typeof triggers
export type Stop = (typeof triggers)[Trigger]['stops'][number]
export type SubjectKind = (typeof triggers)[Trigger]['subject']

export const triggerNames = Object.keys(triggers).filter((name): name is Trigger => Object.hasOwn(triggers, name))
export const stopNames: readonly Stop[] = [
  ...new Set(triggerNames.flatMap((name): readonly Stop[] => triggers[name].stops)),
]

/** Who may be told. `organisation` and `person` are the contact of the case; `provider` its consultants, or their firm; `partner` whom it is referred to. */
export const recipients = ['practitioner', 'manager', 'organisation', 'person', 'provider', 'partner'] as const
export type ReminderRecipient = (typeof recipients)[number]

/** By e-mail, or in the product, which only the team reads. */
export const channels = ['mail', 'product'] as const
export type ReminderChannel = (typeof channels)[number]

/** Of one rule. What tells a manager in the end has the rank after the last of them, however many a rule has. */
export const mostOccurrences = 8

export const isTeam = (to: ReminderRecipient) => to === 'practitioner' || to === 'manager'

/** Whom a rule of this trigger may tell: a subject of the operator has no case, hence nobody who follows it. */
export function mayBeTold(trigger: Trigger, to: ReminderRecipient): boolean {
  if (triggers[trigger].where === 'operator')
    return to === 'manager' || (to === 'provider' && trigger === 'provider_confirmed')
  if (to === 'partner') return trigger === 'referral_sent'
  if (to !== 'provider') return true
  return ['contract', 'consultation', 'session', 'deliverable', 'invoice', 'member'].includes(triggers[trigger].subject)
}
