/** The files of a case. */
export const files = {
  title: 'Fichiers',
  none: 'Aucun fichier pour le moment.',
  file: 'Fichier à joindre',
  fileHint: 'PDF, image, texte ou document bureautique, de 10 Mo au plus.',
  about: 'Ce qu’il éclaire',
  wholeCase: 'Le dossier en général',
  diagnosticOf: 'Diagnostic : {{domain}}',
  add: 'Joindre le fichier',
  added: 'ajouté par {{by}} le {{at}}',
  remove: 'Retirer',
  kilobytes: '{{size}} ko',
  megabytes: '{{size}} Mo',
  tooLarge: 'Ce fichier dépasse 10 Mo. Réduisez-le, ou coupez-le en plusieurs.',
  formats: { pdf: 'Télécharger en PDF', docx: 'Télécharger en DOCX, pour modifier' },
  attach: 'Joindre un fichier',
}
