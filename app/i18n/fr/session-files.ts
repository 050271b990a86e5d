/** Documents and photos of a session. */
export const sessionFiles = {
  title: 'Pièces et photos',
  titleOn: 'Pièces et photos de la séance du {{day}}',
  none: 'Aucune pièce pour le moment.',
  file: 'Photo ou fichier à joindre',
  fileHint:
    'Photo JPEG, PNG ou WebP, PDF, texte ou document bureautique, de 10 Mo au plus. Le lieu de prise de vue est retiré des photos.',
  caption: 'Ce que l’on y voit',
  captionHint: 'facultatif',
  back: 'La séance',
}
