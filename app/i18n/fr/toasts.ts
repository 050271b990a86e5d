/** What was just done, said once on the next page. */
export const toasts = {
  saved: 'C’est enregistré.',
  passwordSet: 'Votre mot de passe est enregistré. Connectez-vous avec lui.',
  recoveryCodeUsed: 'Ce code de secours ne sert plus. Il vous en reste {{left}}.',
}
