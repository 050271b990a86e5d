import { typology } from './typology.ts'

/** The figures: their names and definitions as they are printed, and the words of their pages. */
export const figures = {
  chapters: {
    demand: 'Demandes et accueil',
    support: 'Accompagnement',
    engineering: 'Ingénierie',
    jobs: 'Emplois au diagnostic',
    results: 'Résultats déclarés',
    followUp: 'Suivi',
    territory: 'Territoires prioritaires',
  },
  withheld: 'caché',
  notApplicable: 's. o.',
  reasons: {
    few_organisations: 'moins de trois structures',
    few_pairs: 'moins de trente structures répondantes',
    dominant: 'une structure en fait plus de 85 %',
    subtraction: 'il permettrait d’en retrouver un autre par soustraction',
  },
  dimensions: {
    programme: 'dispositif',
    department: 'département',
    region: 'région',
    sector: 'secteur',
    legal_form: 'forme juridique',
    size_class: 'taille',
    qpv: 'quartier prioritaire',
    frr: 'zone de revitalisation rurale',
    practitioner: 'chargé·e de mission',
    target: 'cible de l’accompagnement',
    trade: 'métier',
    format: 'individuel ou collectif',
    place: 'lieu',
    phase: 'moment de la structure',
    expertise: 'domaine d’expertise',
    public: 'public visé',
  },
  keys: {
    unknown: 'Non renseigné',
    yes: 'oui',
    no: 'non',
    size: { none: 'aucun emploi', one: '1 emploi à 9', ten: '10 emplois à 49', fifty: '50 emplois et plus' },
    legalForm: {
      association: 'Association',
      scop: 'Scop',
      scic: 'Scic',
      cae: 'Coopérative d’activités et d’emploi',
      fondation: 'Fondation',
      mutuelle: 'Mutuelle',
      societe_esus: 'Société agréée Esus',
      collectivite: 'Collectivité',
      autre: 'Autre forme',
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
    contacts: { label: 'Demandes reçues', definition: 'Accompagnements demandés dans la période.' },
    contacts_direct_share: {
      label: 'Part des demandes directes',
      definition:
        'Parmi les demandes de la période dont le canal est connu, celles venues sans prescripteur ni événement.',
    },
    intakes: {
      label: 'Structures accueillies',
      definition: 'Structures dont un accueil a eu lieu dans la période, chacune une fois.',
    },
    first_meeting_delay: {
      label: 'Délai avant l’accueil',
      definition:
        'Médiane des jours entre la demande et l’accueil, pour les accueils de la période dont les deux dates sont connues.',
    },
    referrals: { label: 'Orientations', definition: 'Orientations envoyées dans la période vers un autre acteur.' },
    referral_acceptance: {
      label: 'Orientations acceptées',
      definition:
        'Orientations acceptées, parmi celles de la période qui ont reçu une réponse, à quelque date que ce soit.',
    },
    diagnostics: {
      label: 'Diagnostics validés',
      definition: 'Accompagnements dont le diagnostic a été validé dans la période.',
    },
    organisations_supported: {
      label: 'Structures accompagnées',
      definition:
        'Structures qui ont eu dans la période un accueil, un diagnostic validé, une ingénierie signée dont elles sont membres, ou une séance tenue de celle-ci. Une séance de sensibilisation n’est pas un accompagnement et ne suffit pas. Chacune compte une fois.',
    },
    organisations_new: {
      label: 'Structures accompagnées pour la première fois',
      definition: 'Structures accompagnées dans la période qui n’avaient eu aucun de ces quatre événements avant elle.',
    },
    engineering_individual: {
      label: 'Ingénieries individuelles',
      definition: 'Ingénieries individuelles signées dans la période.',
    },
    engineering_collective: {
      label: 'Ingénieries collectives',
      definition: 'Ingénieries collectives signées dans la période.',
    },
    engineering_share: {
      label: 'Part ayant bénéficié d’une ingénierie',
      definition: 'Structures membres d’une ingénierie signée dans la période, rapportées aux structures accompagnées.',
    },
    provider_days: {
      label: 'Jours d’ingénierie réalisés',
      definition: 'Somme des jours des séances tenues dans la période. Un jour non renseigné compte zéro.',
    },
    mean_days: {
      label: 'Jours par structure',
      definition:
        'Jours d’ingénierie réalisés, rapportés aux structures membres d’une ingénierie qui a eu une séance dans la période.',
    },
    day_cost: {
      label: 'Coût d’une journée',
      definition:
        'Montant hors taxes des ingénieries payées dans la période, rapporté aux jours tenus dans ces ingénieries, à quelque date que ce soit.',
    },
    cost_per_organisation: {
      label: 'Coût d’ingénierie par structure',
      definition:
        'Montant hors taxes des ingénieries signées dans la période, rapporté aux structures qui en sont membres.',
    },
    path_duration: {
      label: 'Durée du parcours',
      definition:
        'Médiane du temps entre le diagnostic validé et la restitution, en mois de 30,4375 jours, pour les restitutions de la période.',
    },
    providers_active: {
      label: 'Prestataires mobilisés',
      definition: 'Prestataires ayant tenu au moins une séance dans la période.',
    },
    sheets_incomplete: {
      label: 'Séances dont la feuille d’émargement est incomplète',
      definition:
        'Séances tenues dans la période dont la feuille n’est pas entièrement signée : il y manque une signature, ni recueillie ni scannée, ou celles qui y sont portent d’autres horaires. Parmi les séances où des présences ont été notées.',
    },
    jobs_concerned: {
      label: 'Emplois concernés',
      definition:
        'Somme des effectifs au diagnostic des structures accompagnées : pour chacune, la première photo (T0) datée de la période. Une structure sans photo ou sans effectif compte parmi les inconnues.',
    },
    jobs_concerned_fte: {
      label: 'Emplois concernés, en équivalents temps plein',
      definition: 'La même somme, sur les équivalents temps plein de la même photo.',
    },
    cdi_share: {
      label: 'Part des CDI',
      definition: 'Sur ces photos, les CDI rapportés à l’effectif, là où les deux sont connus.',
    },
    women_share: {
      label: 'Part des femmes',
      definition: 'Sur ces photos, les femmes rapportées à l’effectif, là où les deux sont connus.',
    },
    part_time_share: {
      label: 'Part du temps partiel',
      definition: 'Sur ces photos, les temps partiels rapportés à l’effectif, là où les deux sont connus.',
    },
    subsidised_share: {
      label: 'Part des emplois aidés',
      definition: 'Sur ces photos, les emplois aidés rapportés à l’effectif, là où les deux sont connus.',
    },
    job_growth_matched: {
      label: 'Évolution de l’emploi, structures répondantes',
      definition:
        'Somme des effectifs à T3 rapportée à celle des effectifs au diagnostic, moins un, sur les seules structures qui ont répondu à T3 dans la période et dont les deux effectifs sont connus.',
    },
    jobs_created_declared: {
      label: 'Emplois créés, déclarés',
      definition:
        'Sur ces mêmes structures, emplois gagnés entre le diagnostic et T3 quand la structure y voit un lien, faible ou fort, avec l’accompagnement. Déclaratif.',
    },
    jobs_saved_declared: {
      label: 'Emplois maintenus, déclarés',
      definition:
        'Somme des emplois que les structures disent maintenus grâce à l’accompagnement, dans les réponses à T3 de la période. Déclaratif.',
    },
    econ_improved: {
      label: 'Situation économique améliorée',
      definition: 'Parmi les réponses à T3 de la période où la situation est connue, celles qui la disent améliorée.',
    },
    objectives_reached: {
      label: 'Objectifs atteints',
      definition: 'Parmi les réponses à T3 de la période qui notent les objectifs de 0 à 4, celles qui donnent 3 ou 4.',
    },
    appropriation: {
      label: 'Appropriation',
      definition: 'Moyenne des notes d’appropriation, de 0 à 4, des réponses à T3 de la période.',
    },
    satisfaction: {
      label: 'Satisfaction',
      definition: 'Moyenne des notes de satisfaction, de 0 à 10, des réponses à T1 de la période.',
    },
    followup_rate: {
      label: 'Taux de suivi',
      definition:
        'Vagues T3 prévues dans la période, et celles d’entre elles qui ont reçu réponse au plus tard à sa fin.',
    },
    followup_delay: {
      label: 'Retard des réponses',
      definition:
        'Médiane des jours entre la date prévue et la réponse, pour les T3 répondues dans la période. Négative quand on répond en avance.',
    },
    plan_execution: {
      label: 'Mise en œuvre du parcours',
      definition:
        'Actions faites, rapportées aux actions non abandonnées, des accompagnements restitués dans la période.',
    },
    qpv_share: {
      label: 'Part en quartier prioritaire',
      definition: 'Parmi les structures accompagnées dont on le sait, celles d’un quartier prioritaire de la ville.',
    },
    frr_share: {
      label: 'Part en zone de revitalisation rurale',
      definition:
        'Parmi les structures accompagnées dont on le sait, celles d’une zone France ruralités revitalisation.',
    },
    volunteer_hours: { label: 'Heures bénévoles', definition: 'Somme des heures bénévoles datées de la période.' },
    abandoned: { label: 'Abandons', definition: 'Accompagnements abandonnés dans la période.' },
  },
  units: {
    day_one: '{{value}} jour',
    day_other: '{{value}} jours',
    month: '{{value}} mois',
    eur_per_day: '{{value}} par jour',
    hour_one: '{{value}} heure',
    hour_other: '{{value}} heures',
    fte: '{{value}} ETP',
  },
}
