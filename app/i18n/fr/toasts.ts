/** What was just done, said once on the next page. */
export const toasts = {
  saved: 'C’est enregistré.',
  passwordChanged: 'Votre mot de passe est changé. Vos autres connexions sont fermées.',
  signInEnded: 'Cette connexion est fermée.',
  signedOutEverywhere: 'Toutes vos connexions sont fermées.',
  secondFactorRemoved: 'La double authentification est désactivée.',
  passwordSet: 'Votre mot de passe est enregistré. Connectez-vous avec lui.',
  recoveryCodeUsed: 'Ce code de secours ne sert plus. Il vous en reste {{left}}.',
  caseOpened: 'Le dossier {{number}} est ouvert.',
  caseMoved: 'Le dossier a avancé.',
  validationSent: 'Le diagnostic est parti pour validation.',
  handedOver: 'Le dossier est confié.',
  noteAdded: 'La note est ajoutée.',
  organisationCreated: 'La structure est créée.',
  followUpRecorded: 'Les réponses sont enregistrées.',
  followUpSettled: 'Le suivi est à jour.',
}
