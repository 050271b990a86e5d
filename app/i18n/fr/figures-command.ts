/** What `npm run figures` says when it refuses. */
export const figuresCommand = {
  usage:
    'Usage : npm run figures -- --operator SLUG --from AAAA-MM-JJ --to AAAA-MM-JJ [--by DIMENSION] [--audience funder --agreement CODE] --json',
  missingOption: 'Il manque l’option --{{name}}.',
  badDay: '--{{name}} : « {{value}} » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2025-12-31.',
  reversed: 'La période finit ({{to}}) avant de commencer ({{from}}).',
  badDimension: '--by : « {{value}} » est inconnu. Répartitions possibles : {{known}}.',
  badAudience: '--audience : « {{value}} » est inconnu. Écrivez funder, ou retirez l’option.',
  funderNeedsAgreement: '--audience funder demande une convention : ajoutez --agreement CODE.',
  notForFunders: '--by {{dimension}} est refusé pour un financeur.',
  unknownOperator: 'L’opérateur « {{slug}} » n’existe pas.',
  unknownAgreement: 'La convention « {{code}} » n’existe pas chez cet opérateur.',
  unavailable: 'La base de données ne répond pas. Réessayez dans quelques instants.',
}
