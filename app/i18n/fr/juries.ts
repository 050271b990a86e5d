/** The jury of a step: what each juror gave, side by side. */
export const juries = {
  title: 'Notes du jury',
  help: 'Chaque membre du jury note de son côté. L’écart dit où il y a de quoi discuter ; la décision s’écrit plus haut.',
  none: 'Personne n’a encore noté.',
  criterion: 'Critère',
  mean: 'Moyenne',
  spread: 'Écart',
  give: 'Donner mes notes',
  again: 'Modifier mes notes',
  scoreOf: 'Votre note : {{criterion}}',
  comment: 'Votre commentaire',
  juror: 'Membre du jury, si ce n’est pas vous',
  jurorHint: 'Pour reporter les notes de quelqu’un d’extérieur.',
  save: 'Enregistrer les notes',
}
