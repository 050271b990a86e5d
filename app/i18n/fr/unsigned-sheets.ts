/** Feuilles d’émargement à régulariser. */
export const unsignedSheets = {
  title_one: '{{count}} émargement à régulariser',
  title_other: '{{count}} émargements à régulariser',
  note: 'Séances tenues depuis trois mois, dont la feuille n’est pas entièrement signée.',
  sheet: 'Séance du {{day}}',
  untitled: 'Ingénierie sans titre',
  missing: 'À signer : {{names}}',
}
