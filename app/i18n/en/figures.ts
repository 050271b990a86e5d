import type { figures as fr } from '../fr/figures.ts'
import type { Words } from '../words.ts'
import { typology } from './typology.ts'

export const figures: Words<typeof fr> = {
  chapters: {
    demand: 'Requests and intake',
    support: 'Accompaniment',
    engineering: 'Engineering',
    jobs: 'Jobs at the diagnostic',
    results: 'Declared results',
    followUp: 'Follow-up',
    territory: 'Priority territories',
  },
  withheld: 'withheld',
  notApplicable: 'n/a',
  reasons: {
    few_organisations: 'fewer than three organisations',
    few_pairs: 'fewer than thirty answering organisations',
    dominant: 'one organisation gives more than 85%',
    subtraction: 'it would let another one be found by subtraction',
  },
  dimensions: {
    programme: 'programme',
    department: 'department',
    region: 'region',
    sector: 'sector',
    legal_form: 'legal form',
    size_class: 'size',
    qpv: 'priority district',
    frr: 'rural revitalisation zone',
    practitioner: 'practitioner',
    target: 'target of the accompaniment',
    trade: 'trade',
    format: 'individual or collective',
    place: 'place',
    phase: 'moment of the organisation',
    expertise: 'expertise domain',
    public: 'target public',
  },
  keys: {
    unknown: 'Unknown',
    yes: 'yes',
    no: 'no',
    size: { none: 'no job', one: '1 to 9 jobs', ten: '10 to 49 jobs', fifty: '50 jobs or more' },
    legalForm: {
      association: 'Association',
      scop: 'Workers’ cooperative (Scop)',
      scic: 'Multi-stakeholder cooperative (Scic)',
      cae: 'Business and employment cooperative',
      fondation: 'Foundation',
      mutuelle: 'Mutual society',
      societe_esus: 'Company with the Esus label',
      collectivite: 'Local authority',
      autre: 'Other form',
    },
    typed: {
      target: typology.values.target,
      trade: typology.values.trade,
      format: typology.values.format,
      place: typology.values.place,
      phase: typology.values.phase,
      expertise: typology.values.domains,
      public: typology.values.publics,
    },
  },
  codes: {
    contacts: { label: 'Requests received', definition: 'Accompaniments asked for in the period.' },
    contacts_direct_share: {
      label: 'Share of direct requests',
      definition:
        'Of the requests of the period whose channel is known, those that came without a prescriber or an event.',
    },
    intakes: { label: 'Organisations received', definition: 'Organisations with an intake in the period, each once.' },
    first_meeting_delay: {
      label: 'Time before the intake',
      definition: 'Median days between the request and the intake, for intakes of the period with both days known.',
    },
    referrals: { label: 'Referrals', definition: 'Referrals sent in the period to somebody else.' },
    referral_acceptance: {
      label: 'Referrals accepted',
      definition: 'Referrals accepted, of those of the period that were answered, at any date.',
    },
    diagnostics: {
      label: 'Diagnostics validated',
      definition: 'Accompaniments whose diagnostic was validated in the period.',
    },
    organisations_supported: {
      label: 'Organisations supported',
      definition:
        'Organisations with, in the period, an intake, a validated diagnostic, a signed engineering of which they are a member, or a held session of one. An awareness session is no support and is not enough. Each counts once.',
    },
    organisations_new: {
      label: 'Organisations supported for the first time',
      definition: 'Organisations supported in the period with none of these four events before it.',
    },
    engineering_individual: {
      label: 'Individual engineerings',
      definition: 'Individual engineerings signed in the period.',
    },
    engineering_collective: {
      label: 'Collective engineerings',
      definition: 'Collective engineerings signed in the period.',
    },
    engineering_share: {
      label: 'Share with an engineering',
      definition:
        'Organisations that are members of an engineering signed in the period, of the organisations supported.',
    },
    provider_days: {
      label: 'Engineering days held',
      definition: 'Sum of the days of the sessions held in the period. An unknown number of days counts zero.',
    },
    mean_days: {
      label: 'Days per organisation',
      definition:
        'Engineering days held, over the organisations that are members of an engineering with a session in the period.',
    },
    day_cost: {
      label: 'Cost of a day',
      definition:
        'Amount before tax of the engineerings paid in the period, over the days held in those engineerings at any date.',
    },
    cost_per_organisation: {
      label: 'Engineering cost per organisation',
      definition:
        'Amount before tax of the engineerings signed in the period, over the organisations that are their members.',
    },
    path_duration: {
      label: 'Length of the path',
      definition:
        'Median time between the validated diagnostic and the restitution, in months of 30.4375 days, for restitutions of the period.',
    },
    providers_active: {
      label: 'Providers at work',
      definition: 'Providers with at least one session held in the period.',
    },
    sheets_incomplete: {
      label: 'Sessions whose attendance sheet is incomplete',
      definition:
        'Sessions held in the period whose sheet is not fully signed: a signature was neither taken nor scanned, or those on it are for other hours. Among sessions where attendance was noted.',
    },
    jobs_concerned: {
      label: 'Jobs concerned',
      definition:
        'Sum of the head-counts at the diagnostic of the organisations supported: for each, the first snapshot (T0) dated in the period. An organisation without snapshot or head-count is among the unknown.',
    },
    jobs_concerned_fte: {
      label: 'Jobs concerned, full-time equivalents',
      definition: 'The same sum, of the full-time equivalents of the same snapshot.',
    },
    cdi_share: {
      label: 'Share of permanent contracts',
      definition: 'On those snapshots, permanent contracts over the head-count, where both are known.',
    },
    women_share: {
      label: 'Share of women',
      definition: 'On those snapshots, women over the head-count, where both are known.',
    },
    part_time_share: {
      label: 'Share of part-time',
      definition: 'On those snapshots, part-time jobs over the head-count, where both are known.',
    },
    subsidised_share: {
      label: 'Share of subsidised jobs',
      definition: 'On those snapshots, subsidised jobs over the head-count, where both are known.',
    },
    job_growth_matched: {
      label: 'Change in jobs, answering organisations',
      definition:
        'Sum of the head-counts at T3 over that at the diagnostic, less one, only for organisations that answered T3 in the period and whose two head-counts are known.',
    },
    jobs_created_declared: {
      label: 'Jobs created, declared',
      definition:
        'For the same organisations, jobs gained between the diagnostic and T3 where the organisation sees a link, low or strong, with the accompaniment. Declared.',
    },
    jobs_saved_declared: {
      label: 'Jobs kept, declared',
      definition:
        'Sum of the jobs that organisations say were kept thanks to the accompaniment, in T3 answers of the period. Declared.',
    },
    econ_improved: {
      label: 'Economic situation improved',
      definition: 'Of the T3 answers of the period where the situation is known, those that say it improved.',
    },
    objectives_reached: {
      label: 'Objectives reached',
      definition: 'Of the T3 answers of the period that rate the objectives from 0 to 4, those that give 3 or 4.',
    },
    appropriation: {
      label: 'Appropriation',
      definition: 'Mean rating of appropriation, 0 to 4, in T3 answers of the period.',
    },
    satisfaction: {
      label: 'Satisfaction',
      definition: 'Mean rating of satisfaction, 0 to 10, in T1 answers of the period.',
    },
    followup_rate: {
      label: 'Follow-up rate',
      definition: 'T3 waves planned in the period, and those of them that were answered by its end.',
    },
    followup_delay: {
      label: 'Lateness of answers',
      definition:
        'Median days between the planned day and the answer, for T3 answered in the period. Negative when answered early.',
    },
    plan_execution: {
      label: 'Plan carried out',
      definition: 'Actions done, of the actions not dropped, in accompaniments with a restitution in the period.',
    },
    qpv_share: {
      label: 'Share in a priority district',
      definition: 'Of the organisations supported for which it is known, those in a priority urban district (QPV).',
    },
    frr_share: {
      label: 'Share in a rural revitalisation zone',
      definition: 'Of the organisations supported for which it is known, those in a rural revitalisation zone (FRR).',
    },
    volunteer_hours: { label: 'Volunteer hours', definition: 'Sum of the volunteer hours dated in the period.' },
    abandoned: { label: 'Abandoned', definition: 'Accompaniments abandoned in the period.' },
  },
  units: {
    day_one: '{{value}} day',
    day_other: '{{value}} days',
    month: '{{value}} months',
    eur_per_day: '{{value}} per day',
    hour_one: '{{value}} hour',
    hour_other: '{{value}} hours',
    fte: '{{value}} FTE',
  },
}
