/** What was just done, said once on the next page. */
export const toasts = {
  saved: 'C’est enregistré.',
}
