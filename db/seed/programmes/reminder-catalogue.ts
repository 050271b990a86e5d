import type { ReminderOccurrence, ReminderRule } from '#app/features/reminders/reminder-rule.ts'
import { frenchSpacing } from '#app/i18n/typography.ts'

type To = ReminderOccurrence['to']
type Both = readonly [fr: string, en: string]
const both = ([fr, en]: Both) => ({ fr: frenchSpacing(fr), en })

const days = (to: To, ...offsets: number[]) => offsets.map(offset => ({ days: offset, business: false, to }))
const businessDays = (to: To, ...offsets: number[]) => offsets.map(offset => ({ days: offset, business: true, to }))
const everybody = (...offsets: number[]) =>
  offsets.flatMap(offset => [
    ...days('practitioner', offset),
    ...days('provider', offset),
    ...days('organisation', offset),
  ])
const officerAndManager = (...offsets: number[]) =>
  offsets.flatMap(offset => [...days('practitioner', offset), ...days('manager', offset)])

type Written = Pick<ReminderRule, 'trigger' | 'stop' | 'occurrences' | 'escalation'> & { label: Both; why: Both }
const rules = {
  R01: {
    label: ['Demande reçue, premier rendez-vous à fixer', 'Request received, first meeting to arrange'],
    why: [
      'La demande attend un premier rendez-vous. Le rappel s’arrête dès que sa date est notée.',
      'The request waits for a first meeting. The reminder stops as soon as its day is written.',
    ],
    trigger: 'requested',
    occurrences: businessDays('practitioner', 5, 10),
    stop: 'intake_held',
    escalation: { days: 10, business: true },
  },
  R02: {
    label: ['Éligibilité à décider', 'Eligibility to decide'],
    why: [
      'La structure ne sait pas encore si elle peut être accompagnée. Le rappel s’arrête dès que la décision est notée.',
      'The organisation does not know yet whether it can be supported. The reminder stops once the decision is written.',
    ],
    trigger: 'requested',
    occurrences: days('practitioner', 15),
    stop: 'eligibility_decided',
  },
  R03: {
    label: ['Diagnostic commencé, pas encore validé', 'Diagnostic started, not validated yet'],
    why: [
      'Le diagnostic est ouvert depuis un moment. Le rappel s’arrête quand il est validé, ou le dossier arrêté.',
      'The diagnostic has been open for a while. The reminder stops when it is validated, or the case ended.',
    ],
    trigger: 'diagnostic_started',
    occurrences: days('practitioner', 30, 60),
    stop: 'diagnostic_validated',
  },
  R04: {
    label: ['Diagnostic à valider par la structure', 'Diagnostic waiting for the organisation'],
    why: [
      'Le diagnostic attend la relecture de la structure. Le rappel s’arrête dès qu’il est validé.',
      'The diagnostic waits to be read by the organisation. The reminder stops once it is validated.',
    ],
    trigger: 'diagnostic_sent',
    occurrences: days('organisation', 7, 14, 21),
    stop: 'diagnostic_validated',
  },
  R05: {
    label: ['Photo de la structure à compléter', 'Photo of the organisation to complete'],
    why: [
      'Il manque des chiffres à la photo du diagnostic. Le rappel s’arrête quand elle est complète.',
      'The photo of the diagnostic lacks figures. The reminder stops when it is complete.',
    ],
    trigger: 'diagnostic_started',
    occurrences: days('practitioner', 10),
    stop: 'snapshot_complete',
  },
  R06: {
    label: ['Comité dans dix jours ouvrés, dossier à envoyer', 'Committee in ten business days, file to send'],
    why: [
      'Le comité approche et ses membres n’ont pas reçu ce dossier. Le rappel s’arrête quand l’ordre du jour est envoyé.',
      'The committee is near and its members have not received this case. The reminder stops when the agenda is sent.',
    ],
    trigger: 'committee_dated',
    occurrences: businessDays('practitioner', -10),
    stop: 'committee_file_sent',
  },
  R07: {
    label: ['Avis du comité à noter', 'Opinion of the committee to write'],
    why: [
      'Le comité a eu lieu, son avis n’est pas noté. Le rappel s’arrête dès qu’il l’est.',
      'The committee was held and its opinion is not written. The reminder stops once it is.',
    ],
    trigger: 'committee_dated',
    occurrences: businessDays('practitioner', 3),
    stop: 'opinion_recorded',
  },
  R08: {
    label: ['Consultation : moins de trois intentions de répondre', 'Consultation: fewer than three intend to answer'],
    why: [
      'La date limite approche. Le rappel s’arrête à trois intentions, ou quand une dispense est écrite.',
      'The deadline is near. The reminder stops at three intentions, or when a waiver is written.',
    ],
    trigger: 'consultation_deadline',
    occurrences: businessDays('practitioner', -5),
    stop: 'intentions_enough',
  },
  R09: {
    label: ['Consultation : aucune offre à la date limite', 'Consultation: no offer at the deadline'],
    why: [
      'Personne n’a répondu. Le rappel s’arrête si la consultation est prolongée, décidée ou annulée.',
      'Nobody answered. The reminder stops if the consultation is extended, decided or cancelled.',
    ],
    trigger: 'consultation_deadline',
    occurrences: officerAndManager(0),
    stop: 'offer_received',
  },
  R10: {
    label: ['Offres à noter par la structure', 'Offers to be scored by the organisation'],
    why: [
      'Les offres des prestataires sont arrivées et la structure n’a pas encore donné ses notes. Le rappel s’arrête quand elles sont notées.',
      'The offers have come and the organisation has not scored them yet. The reminder stops when they are scored.',
    ],
    trigger: 'consultation_deadline',
    occurrences: businessDays('organisation', 5),
    stop: 'offers_scored',
  },
  R11: {
    label: ['Prestataire choisi, contrat à signer', 'Provider chosen, contract to sign'],
    why: [
      'Le prestataire est choisi et le contrat n’est pas signé. Le rappel s’arrête à sa signature.',
      'The provider is chosen and the contract is not signed. The reminder stops once it is.',
    ],
    trigger: 'provider_chosen',
    occurrences: everybody(7, 14),
    stop: 'contract_signed',
    escalation: { days: 7, business: false },
  },
  R12: {
    label: ['Contrat signé, première séance à planifier', 'Contract signed, first session to plan'],
    why: [
      'Le contrat est signé et aucune séance n’est prévue. Le rappel s’arrête dès que l’une l’est.',
      'The contract is signed and no session is planned. The reminder stops once one is.',
    ],
    trigger: 'contract_signed',
    occurrences: [...businessDays('provider', 10), ...businessDays('practitioner', 10)],
    stop: 'session_planned',
  },
  R13: {
    label: ['Séance bientôt : feuille de présence à préparer', 'Session soon: attendance sheet to prepare'],
    why: [
      'Une séance est prévue dans les jours qui viennent. Le rappel s’arrête quand elle est tenue ou annulée.',
      'A session is planned in the coming days. The reminder stops when it is held or cancelled.',
    ],
    trigger: 'session_planned',
    occurrences: days('provider', -3, -1),
    stop: 'session_settled',
  },
  R14: {
    label: ['Séance tenue, compte rendu ou présences à écrire', 'Session held, report or attendance to write'],
    why: [
      'Il manque ce qui a été décidé, ou qui était là. Le rappel s’arrête quand les deux sont écrits.',
      'What was decided, or who came, is missing. The reminder stops when both are written.',
    ],
    trigger: 'session_held',
    occurrences: [...businessDays('provider', 3), ...days('provider', 7)],
    stop: 'session_reported',
    escalation: { days: 14, business: false },
  },
  R15: {
    label: ['Travail à faire avant la prochaine séance', 'Work to do before the next session'],
    why: [
      'Un travail entre deux séances arrive à sa date. Le rappel s’arrête quand il est noté comme fait.',
      'Work between two sessions comes to its day. The reminder stops when it is noted as done.',
    ],
    trigger: 'work_due',
    occurrences: days('organisation', -7, -2),
    stop: 'work_done',
  },
  R16: {
    label: ['Livrable à remettre', 'Deliverable to hand over'],
    why: [
      'Un livrable du contrat arrive à sa date. Le rappel s’arrête dès qu’il est déposé.',
      'A deliverable of the contract comes to its day. The reminder stops once it is handed over.',
    ],
    trigger: 'deliverable_due',
    occurrences: days('provider', -14, -7, 1),
    stop: 'deliverable_received',
  },
  R17: {
    label: ['Jours presque épuisés, objectifs encore ouverts', 'Days nearly used, objectives still open'],
    why: [
      'Quatre cinquièmes des jours sont consommés et des objectifs restent ouverts. Le rappel s’arrête quand le plan est revu.',
      'Four fifths of the days are used and objectives are still open. The reminder stops when the plan is reviewed.',
    ],
    trigger: 'days_consumed',
    occurrences: days('practitioner', 0),
    stop: 'plan_reviewed',
  },
  R18: {
    label: ['Restitution à planifier', 'Closing meeting to plan'],
    why: [
      'La dernière séance est passée et aucune restitution n’est prévue. Le rappel s’arrête dès qu’elle l’est.',
      'The last session is over and no closing meeting is planned. The reminder stops once it is.',
    ],
    trigger: 'last_session_held',
    occurrences: days('practitioner', 15),
    stop: 'restitution_planned',
  },
  R19: {
    label: ['Questionnaire de satisfaction', 'Satisfaction questionnaire'],
    why: [
      'La structure n’a pas encore dit ce qu’elle pense de l’accompagnement. Le rappel s’arrête dès qu’elle répond ou refuse.',
      'The organisation has not said yet what it thinks of the support. The reminder stops once it answers or refuses.',
    ],
    trigger: 'satisfaction_planned',
    occurrences: [...days('organisation', 0, 7, 21), ...days('practitioner', 30)],
    stop: 'follow_up_settled',
  },
  R20: {
    label: ['Suivi à faire', 'Follow-up due'],
    why: [
      'Une vague de suivi arrive à sa date. Le rappel s’arrête quand la structure a répondu, refusé, ou reste injoignable.',
      'A wave of follow-up comes to its day. The reminder stops when the organisation answered, refused, or cannot be reached.',
    ],
    trigger: 'effects_planned',
    occurrences: [...days('practitioner', -14), ...days('organisation', 0, 14), ...days('practitioner', 30)],
    stop: 'follow_up_settled',
  },
  R21: {
    label: ['Dernier suivi en retard de deux mois', 'Last follow-up two months late'],
    why: [
      'Le dernier suivi n’a pas de réponse depuis soixante jours. Le rappel s’arrête quand il est répondu ou clos.',
      'The last follow-up has had no answer for sixty days. The reminder stops when it is answered or closed.',
    ],
    trigger: 'last_effects_planned',
    occurrences: officerAndManager(60),
    stop: 'follow_up_settled',
  },
  R22: {
    label: ['Facture reçue, service fait à constater', 'Invoice received, delivery to note'],
    why: [
      'Une facture attend que la fin de la mission soit constatée. Le rappel s’arrête dès qu’elle l’est, ou que la facture est payée.',
      'An invoice waits until the end of the mission is noted. The reminder stops once it is, or the invoice is paid.',
    ],
    trigger: 'invoice_received',
    occurrences: days('practitioner', 7),
    stop: 'delivery_noted',
  },
  R23: {
    label: ['Facture à payer', 'Invoice to pay'],
    why: [
      'Le service est fait depuis trente jours et la facture n’est pas payée. Le rappel s’arrête à son paiement.',
      'The work was delivered thirty days ago and the invoice is not paid. The reminder stops once it is.',
    ],
    trigger: 'invoice_payable',
    occurrences: days('manager', 30),
    stop: 'invoice_paid',
  },
  R24: {
    label: ['Fiche de prestataire à confirmer', 'Provider sheet to confirm'],
    why: [
      'La fiche du prestataire n’a pas été confirmée depuis presque un an. Le rappel s’arrête quand elle l’est.',
      'The provider sheet has not been confirmed for nearly a year. The reminder stops when it is.',
    ],
    trigger: 'provider_confirmed',
    occurrences: days('provider', 335, 350, 365),
    stop: 'sheet_confirmed',
    escalation: { days: 7, business: false },
  },
  R25: {
    label: ['Remontée trimestrielle à préparer', 'Quarterly return to prepare'],
    why: [
      'Le trimestre de la convention se termine. Le rappel s’arrête quand un rapport en est préparé, avec ce qui manque.',
      'The quarter of the agreement ends. The reminder stops when a report of it is built, with what is missing.',
    ],
    trigger: 'quarter_ends',
    occurrences: days('manager', -15, -7, -1),
    stop: 'return_built',
  },
  R26: {
    label: ['Groupe trop petit à quinze jours de son début', 'Group too small fifteen days before it starts'],
    why: [
      'Le groupe commence bientôt et n’a pas assez de membres. Le rappel s’arrête quand il est complet ou annulé.',
      'The group starts soon and has too few members. The reminder stops when it is filled or cancelled.',
    ],
    trigger: 'cohort_starts',
    occurrences: days('manager', -15),
    stop: 'cohort_filled',
  },
  R27: {
    label: ['Aucun membre de la gouvernance à la première séance', 'Nobody of the governance at the first session'],
    why: [
      'La première séance du groupe a eu lieu sans la gouvernance de la structure. Le rappel s’arrête quand sa présence est notée.',
      'The first session of the group was held without the governance. The reminder stops when its attendance is written.',
    ],
    trigger: 'first_group_session',
    occurrences: days('practitioner', 1),
    stop: 'governance_came',
  },
  R28: {
    label: ['Bilan individuel à tenir', 'Individual review to hold'],
    why: [
      'Le groupe a fini ses séances et ce membre n’a pas eu son bilan. Le rappel s’arrête quand il est écrit.',
      'The group has ended its sessions and this member has had no review. The reminder stops when it is written.',
    ],
    trigger: 'last_group_session',
    occurrences: [...days('provider', 30), ...days('practitioner', 30)],
    stop: 'review_held',
  },
  R29: {
    label: ['Pièces à réunir avant la fin de la convention', 'Evidence to gather before the agreement ends'],
    why: [
      'La convention se termine et il manque un compte rendu, une présence ou une signature. Le rappel s’arrête quand tout y est.',
      'The agreement ends and a report, an attendance or a signature is missing. The reminder stops when all is there.',
    ],
    trigger: 'case_agreement_ends',
    occurrences: officerAndManager(-90, -60, -30),
    stop: 'evidence_complete',
  },
  R30: {
    label: ['Feuilles de présence du trimestre européen', 'Attendance sheets of the European quarter'],
    why: [
      'Le trimestre de la convention européenne se termine avec des feuilles non signées. Le rappel s’arrête quand elles le sont.',
      'The quarter of the European agreement ends with unsigned sheets. The reminder stops when they are signed.',
    ],
    trigger: 'european_quarter_ends',
    occurrences: businessDays('manager', -10),
    stop: 'sheets_signed',
  },
  R31: {
    label: ['Nouvelles de la personne, des mois après', 'News of the person, months later'],
    why: [
      'Nous prenons de vos nouvelles quelques mois après votre parcours. Le rappel s’arrête dès que vous répondez, ou ne le souhaitez pas.',
      'We ask for your news some months after your path. The reminder stops once you answer, or say that you would rather not.',
    ],
    trigger: 'effects_planned',
    occurrences: days('person', 0, 14, 28),
    stop: 'follow_up_settled',
  },
  R32: {
    label: ['Convention qui se termine dans six mois', 'Agreement that ends in six months'],
    why: [
      'Il est temps de préparer la suite. Le rappel s’arrête quand une convention plus longue du même financeur est ouverte.',
      'It is time to prepare what follows. The reminder stops when a later agreement of the same funder is opened.',
    ],
    trigger: 'agreement_ends',
    occurrences: days('manager', -180),
    stop: 'agreement_renewed',
  },
  R33: {
    label: [
      'Données à effacer : dernier dossier clos depuis trois ans',
      'Data to erase: last case closed three years ago',
    ],
    why: [
      'Plus rien ne justifie de garder les personnes de cette structure. Le rappel s’arrête quand elles sont effacées.',
      'Nothing justifies keeping the people of this organisation any more. The reminder stops when they are erased.',
    ],
    trigger: 'organisation_left',
    occurrences: days('manager', 1095),
    stop: 'data_erased',
  },
  R34: {
    label: ['Accord retiré : témoignage à retirer', 'Consent withdrawn: testimony to withdraw'],
    why: [
      'Une personne a retiré son accord. Le rappel s’arrête quand le témoignage est retiré, ou qu’un autre accord le couvre.',
      'Somebody withdrew her consent. The reminder stops when the testimony is withdrawn, or another consent covers it.',
    ],
    trigger: 'consent_withdrawn',
    occurrences: days('practitioner', 0),
    stop: 'piece_unpublished',
  },
  R35: {
    label: ['Orientation sans accusé de réception', 'Referral without an acknowledgement'],
    why: [
      'Le partenaire n’a pas dit s’il prend le relais. Le rappel s’arrête quand il répond, ou que sa réponse est notée.',
      'The partner has not said whether it takes over. The reminder stops when it answers, or its answer is written.',
    ],
    trigger: 'referral_sent',
    occurrences: [...days('practitioner', 7, 14), ...days('partner', 7, 14)],
    stop: 'referral_answered',
  },
  R36: {
    label: ['Idée mise de côté depuis un an', 'Idea parked for a year'],
    why: [
      'L’idée attend depuis un an. Le rappel s’arrête quand elle est reprise, ou abandonnée.',
      'The idea has waited for a year. The reminder stops when it is taken up again, or given up.',
    ],
    trigger: 'case_parked',
    occurrences: days('practitioner', 365),
    stop: 'case_taken_up',
  },
} as const satisfies Record<string, Written>

export type RuleCode = keyof typeof rules

/** The thirty-six rules of the trade, as they are shipped: what each begins with, whom it tells and what ends it. */
export const shippedRule = (code: RuleCode): ReminderRule => {
  const { label, why, occurrences, ...rest }: Written = rules[code]
  return { rule: code, label: both(label), why: both(why), ...rest, occurrences: [...occurrences] }
}
export const ruleCodes = Object.keys(rules).filter((code): code is RuleCode => Object.hasOwn(rules, code))

/** Those whose subject is no case: they are the operator's own, whatever its programmes. */
export const operatorRuleCodes: readonly RuleCode[] = ['R24', 'R25', 'R26', 'R30', 'R32', 'R33']
