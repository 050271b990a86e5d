/** Who reads the published editions of an operator besides its funders. */
export const networkReaders = {
  title: 'Région et réseaux',
  note: 'Ces personnes lisent les éditions publiées, à côté de celles des autres opérateurs qui les ont invitées. Elles n’ouvrent aucun dossier.',
  empty: 'Personne n’est invité pour le moment.',
  invite: 'Inviter quelqu’un de la région ou d’un réseau',
  name: 'Prénom et nom',
  email: 'Adresse électronique',
  submit: 'Envoyer l’invitation',
  since: 'invité·e le {{day}}',
  revoke: 'Retirer l’accès',
  revokeNamed: 'Retirer l’accès de {{name}}',
  revokeTitle: 'Retirer l’accès de {{name}} ?',
  revokeHelp: 'Cette personne ne lira plus nos éditions, dès sa prochaine page.',
  departments: 'Éditions de nos départements',
}
