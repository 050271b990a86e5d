/** The sheet of volunteer time of a case. */
export const volunteering = {
  title: 'Temps bénévole',
  help: 'Ce que des bénévoles ont donné à cet accompagnement. Il compte dans le plan de financement.',
  emptyTitle: 'Aucun temps bénévole noté',
  empty: 'Notez la première heure ci-dessous : elle comptera dans vos chiffres.',
  fields: {
    activity: 'Ce qui a été fait',
    doneOn: 'Date',
    hours: 'Heures',
    hourlyRate: 'Valeur d’une heure',
    volunteer: 'Qui',
  },
  volunteerHint: 'Pour la feuille de temps. Aucun rapport ne cite ce nom.',
  value: 'Valorisation',
  total: 'Total',
  addTitle: 'Noter du temps bénévole',
  add: 'Noter ce temps',
  remove: 'Retirer',
  removeLine: 'Retirer : {{activity}}, {{on}}',
}
