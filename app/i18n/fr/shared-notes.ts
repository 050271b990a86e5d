/** What those outside the team read of its notes. */
export const sharedNotes = {
  title: 'Notes partagées avec vous',
  note: 'Écrites par la personne qui suit l’accompagnement.',
}
