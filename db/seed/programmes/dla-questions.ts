import { choice, choices, euros, line, number, satisfaction, text, yesNo } from './writing.ts'

/**
 * What a DLA asks beside the forms of its steps. None is expected: an interview is typed as it goes, and no state waits
 * for them.
 */

export const intakeQuestions = [
  number('intake_employees', ['Salariés au jour de la demande', 'Employees on the day of the request']),
  text('intake_next', ['Suite convenue : quoi, qui, quand', 'What was agreed next: what, who, when']),
]

/** Governance, people, money, territory and networks: what the photo of jobs does not count, then what is drawn from it. */
export const diagnosticQuestions = [
  text('activity', ['Activité', 'Activity']),
  number('board_members', ['Membres du conseil d’administration', 'Members of the board']),
  number('board_women', ['Dont femmes', 'Of whom women']),
  number('board_meetings', ['Réunions du conseil par an', 'Board meetings a year']),
  number('insertion_employees', ['Salariés en insertion', 'Employees in work integration']),
  number('adherents', ['Adhérents', 'Members of the association']),
  euros('yearly_products', ['Produits du dernier exercice', 'Income of the last financial year']),
  euros('yearly_charges', ['Charges du dernier exercice', 'Expenses of the last financial year']),
  euros('yearly_result', ['Résultat du dernier exercice', 'Result of the last financial year'], {
    hint: ['Avec un signe moins s’il est négatif.', 'With a minus sign if it is negative.'],
  }),
  euros('own_funds', ['Fonds propres', 'Own funds'], {
    hint: ['Avec un signe moins s’ils sont négatifs.', 'With a minus sign if they are negative.'],
  }),
  number('cash_months', ['Trésorerie d’avance', 'Cash ahead'], { unit: { fr: 'mois', en: 'months' } }),
  text('funder_shares', ['Financeurs, et la part de chacun', 'Funders, and the share of each']),
  choices('action_zone', ['Zone d’action', 'Where it acts'], {
    district: ['Quartier', 'District'],
    town: ['Commune', 'Town'],
    towns: ['Intercommunalité', 'Group of towns'],
    department: ['Département', 'Department'],
    region: ['Région', 'Region'],
    country: ['France', 'France'],
  }),
  line('networks', ['Réseaux dont elle est membre', 'Networks that it belongs to']),
  text('issue_tree', ['Le problème, ses causes et leurs causes', 'The problem, its causes and their causes'], {
    hint: ['Une ligne par cause.', 'One line per cause.'],
  }),
  text('recommendations', ['Préconisations', 'Recommendations']),
  choices('themes', ['Thèmes de l’accompagnement', 'Themes of the accompaniment'], {
    strategy: ['Projet et stratégie', 'Project and strategy'],
    organisation: ['Organisation interne', 'Internal organisation'],
    funding: ['Diversification des financements', 'Diversification of funding'],
    offer: ['Adaptation de l’offre', 'Adaptation of the offer'],
    model: ['Modèle économique', 'Economic model'],
    cooperation: ['Mutualisation, fusion, partenariats', 'Pooling, merger, partnerships'],
    finance: ['Stratégie financière', 'Financial strategy'],
    employer: ['Fonction employeur, qualité de vie au travail', 'Employer function, quality of working life'],
    territory: ['Ancrage territorial', 'Roots in the territory'],
    impact: ['Mesure de l’utilité sociale', 'Measure of social usefulness'],
    governance: ['Gouvernance', 'Governance'],
    digital: ['Transition numérique', 'Digital transition'],
  }),
]

export const planQuestions = [
  text('action_days', ['Actions à acheter : jours et coût envisagés', 'Actions to be bought: days and cost foreseen']),
]

/** The closing meeting, as the national sheet asks it. */
export const restitutionQuestions = [
  text('objective_results', ['Objectifs fixés, et résultats', 'Objectives set, and results']),
  text('commitments', ['Engagements pris, et tenus', 'Commitments made, and kept']),
  text('gaps', ['Écarts, et leurs causes', 'Gaps, and their causes']),
  text('appropriation_plan', [
    'Ce qui va servir : quoi, à qui, à partir de quand',
    'What will be used: what, by whom, from when',
  ]),
  text('new_needs', ['Nouveaux besoins, et réponses possibles', 'New needs, and possible answers']),
  satisfaction('restitution_satisfaction', [
    'La structure est satisfaite de l’accompagnement',
    'The organisation is satisfied with the accompaniment',
  ]),
  choice('agrees_to_contact', ['Accepte d’être recontactée', 'Agrees to be contacted again'], yesNo),
]
