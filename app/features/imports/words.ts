import { oneOf } from './cells.ts'

/** The words of the format and the identifiers of the code, column by column. */

export const channel = oneOf({ direct: 'direct', prescripteur: 'prescribed', evenement: 'event', retour: 'returning' })

export const opinion = oneOf({
  favorable: 'favourable',
  favorable_avec_reserves: 'favourable_with_reservations',
  ajourne: 'adjourned',
  defavorable: 'unfavourable',
  pour_information: 'for_information',
})

export const outcome = oneOf({
  atteints: 'objectives_reached',
  en_partie: 'partly',
  non_atteints: 'not_reached',
  interrompu: 'interrupted',
  inconnu: 'unknown',
})

export const abandonReason = oneOf({
  structure_retiree: 'withdrew',
  structure_fermee: 'closed_down',
  besoin_resolu: 'need_solved',
  fusion: 'merged',
  sans_prestataire: 'no_provider',
  hors_champ: 'out_of_scope',
})

export const legalForm = oneOf({
  association: 'association',
  scop: 'scop',
  scic: 'scic',
  cae: 'cae',
  fondation: 'fondation',
  mutuelle: 'mutuelle',
  societe_esus: 'societe_esus',
  collectivite: 'collectivite',
  autre: 'autre',
})

export const occasion = oneOf({
  diagnostic: 'diagnostic',
  restitution: 'restitution',
  suivi: 'follow_up',
  manuel: 'manual',
})

export const actionNature = oneOf({
  structure: 'self_action',
  territoire: 'territory',
  expertise_interne: 'internal_expertise',
  ingenierie_individuelle: 'individual_engineering',
  ingenierie_collective: 'collective_engineering',
})

export const actionStatus = oneOf({
  a_faire: 'to_do',
  en_cours: 'in_progress',
  faite: 'done',
  reportee: 'deferred',
  abandonnee: 'dropped',
})

export const engineeringKind = oneOf({ individuelle: 'individual', collective: 'collective' })

export const sessionKind = oneOf({
  lancement: 'kickoff',
  individuelle: 'individual',
  collective: 'collective',
  intermediaire: 'interim',
  bilan_individuel: 'individual_review',
  restitution: 'restitution',
  sensibilisation: 'awareness',
})

export const sessionMode = oneOf({ presentiel: 'on_site', distanciel: 'remote', hybride: 'hybrid' })

export const sessionStatus = oneOf({ tenue: 'held', annulee: 'cancelled' })

export const answer = oneOf({ acceptee: 'accepted', refusee: 'refused' })

export const wave = oneOf({ t1: 'T1', t2: 'T2', t3: 'T3', t4: 'T4' })

export const jobLink = oneOf({ aucun: 'none', faible: 'low', fort: 'strong' })

export const economicSituation = oneOf({ degradee: 'degraded', stable: 'stable', amelioree: 'improved' })

const figureCodes = [
  'contacts',
  'contacts_direct_share',
  'intakes',
  'first_meeting_delay',
  'referrals',
  'referral_acceptance',
  'diagnostics',
  'organisations_supported',
  'organisations_new',
  'engineering_individual',
  'engineering_collective',
  'engineering_share',
  'provider_days',
  'mean_days',
  'day_cost',
  'cost_per_organisation',
  'path_duration',
  'providers_active',
  'sheets_incomplete',
  'jobs_concerned',
  'jobs_concerned_fte',
  'cdi_share',
  'women_share',
  'part_time_share',
  'subsidised_share',
  'job_growth_matched',
  'jobs_created_declared',
  'jobs_saved_declared',
  'econ_improved',
  'objectives_reached',
  'appropriation',
  'satisfaction',
  'followup_rate',
  'followup_delay',
  'plan_execution',
  'qpv_share',
  'frr_share',
  'volunteer_hours',
  'abandoned',
]

/** What a target may be set on: a figure of the product. */
export const indicator = oneOf(Object.fromEntries(figureCodes.map(code => [code, code])))
