/** The sentences that an edition is frozen with, and those of its files and of the command that makes them. */
export const reportWriting = {
  title: 'Ce que la convention a rendu possible',
  lede: {
    supported_one: 'En {{year}}, {{number}} structure a été accompagnée.',
    supported_other: 'En {{year}}, {{number}} structures ont été accompagnées.',
    jobs_one: 'Au moment du diagnostic, {{number}} personne y était salariée.',
    jobs_other: 'Au moment du diagnostic, {{number}} personnes y étaient salariées.',
    followUp: 'Des suivis à dix-huit mois prévus dans l’année, {{share}} ont reçu une réponse.',
  },
  story: {
    fromFollowUp: 'Écrit par la structure dans un questionnaire de suivi.',
    organisation: 'Structure',
    place: ' ({{department}})',
    about: '{{form}}, accompagnée en {{year}}.',
  },
  employment: {
    none: 'Aucun suivi à dix-huit mois ne permet encore de comparer l’effectif d’une même structure aux deux dates.',
    withheld: 'La comparaison des effectifs est cachée : {{reason}}.',
    summary_one: 'Effectif de la structure répondante : {{before}} au diagnostic, {{after}} au suivi, soit {{share}}.',
    summary_other:
      'Effectif des {{count}} structures répondantes : {{before}} au diagnostic, {{after}} au suivi, soit {{share}}.',
    same_one: '{{count}} structure répondante, la même aux deux dates : {{share}}.',
    same_other: '{{count}} structures répondantes, les mêmes aux deux dates : {{share}}.',
    missing_one:
      '{{count}} structure a répondu sans que son effectif soit connu aux deux dates : elle n’est pas comptée.',
    missing_other:
      '{{count}} structures ont répondu sans que leur effectif soit connu aux deux dates : elles ne sont pas comptées.',
  },
  limits: {
    cause:
      'Les structures se sont portées volontaires et beaucoup d’autres choses ont changé pour elles : une évolution après l’accompagnement n’est pas la preuve qu’il en est la cause.',
    jobs: 'Les emplois concernés sont ceux des structures au moment du diagnostic. Ce n’est pas un nombre d’emplois créés.',
    answers: 'Les structures qui répondent au suivi ne ressemblent pas forcément à celles qui ne répondent pas.',
    stories:
      'Les témoignages montrent ce qui a compté pour des personnes. Ils ne représentent pas toutes les structures.',
  },
  method: {
    scope:
      'Sont comptés les dossiers qui nomment la convention {{code}}, pour ce qui s’est passé du {{from}} au {{to}}.',
    known:
      'Une structure compte une fois, quel que soit le nombre de ses accompagnements. Une valeur inconnue n’est jamais devinée : chaque chiffre dit pour combien elle est connue.',
    masked:
      'Un chiffre est caché lorsqu’il porte sur moins de trois structures, qu’une seule en fait plus de 85 %, ou qu’il en ferait retrouver un autre. L’évolution de l’effectif demande trente structures répondantes.',
    stories:
      'Un témoignage n’est cité que si la personne a donné son accord pour un financeur ou pour tous, et ne l’a pas retiré le jour de la construction.',
    frozen:
      'Édition {{edition}}, figée le {{day}}. Une correction donne une nouvelle édition ; celle-ci ne change pas.',
  },
  page: 'page {{page}} sur {{pages}}',
  subject: 'Rapport {{year}} de la convention {{code}}',
  fileName: 'Rapport {{year}} {{code}} édition {{edition}}',
  sheets: {
    guide: 'Lecture',
    targets: 'Objectifs',
    figures: 'Chiffres',
    employment: 'Emploi',
    stories: 'Témoignages',
    code: 'Code',
    theme: 'Thème',
    label: 'Chiffre',
    unit: 'Unité',
    value: 'Valeur',
    numerator: 'Numérateur',
    denominator: 'Dénominateur',
    known: 'Connus',
    missing: 'Inconnus',
    status: 'État',
    reason: 'Raison',
    definition: 'Définition',
    version: 'Version',
    target: 'Objectif',
    rate: 'Part de l’objectif',
    kind: 'Nature',
    body: 'Texte',
    author: 'Auteur',
    about: 'Structure',
    collectedOn: 'Recueilli le',
    method: 'Méthode',
    limits: 'Limites',
    statuses: { published: 'publié', not_applicable: 'sans objet', withheld: 'caché' },
    units: {
      n: 'nombre',
      share: 'part',
      day: 'jours',
      month: 'mois',
      eur: 'euros',
      eur_per_day: 'euros par jour',
      hour: 'heures',
      fte: 'équivalents temps plein',
      score: 'note',
    },
  },
  command: {
    usage:
      'npm run report -- --operator OPÉRATEUR --agreement CODE --year AAAA --format pdf|docx|xlsx|json --out FICHIER',
    missingOption: 'Il manque --{{name}}.',
    badYear: '--year attend une année, par exemple 2025 : « {{value}} » n’en est pas une.',
    badFormat: '--format attend pdf, docx, xlsx ou json : « {{value}} » n’en est pas un.',
    unknownOperator: 'Aucun opérateur ne s’appelle « {{slug}} ».',
    unknownAgreement: 'L’opérateur n’a pas de convention « {{code}} ».',
    unavailable: 'La base de données ne répond pas. Réessayez dans un instant.',
    written: 'Écrit : {{file}}',
  },
}
