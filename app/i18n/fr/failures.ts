/** Why a use case refused, by failure tag: what happened, and what to do. One key per tag, grouped by feature. */
export const failures = {
  'refused-by-database': 'Une valeur n’a pas pu être enregistrée. Vérifiez ce que vous avez saisi.',
  'form-already-sent': 'Ce formulaire a déjà été envoyé. Rouvrez la page pour en envoyer un autre.',
  'too-many-attempts': 'Trop d’essais. Attendez {{minutes}} minutes, puis réessayez.',
  'too-many-mails':
    'Plusieurs courriels sont déjà partis. Regardez aussi les indésirables, ou attendez {{minutes}} minutes.',
  'wrong-code': 'Ce code ne convient pas, ou son délai est passé. Vérifiez-le, ou demandez-en un autre.',
  'link-ended': 'Ce lien a déjà servi, ou son délai est passé. Demandez-en un autre.',
  'common-password':
    'Ce mot de passe est de ceux que l’on essaie en premier. Choisissez plutôt une phrase qui n’est qu’à vous.',
  'wrong-credentials': 'L’adresse ou le mot de passe ne correspond pas.',
  'import-refused': 'Le dossier est refusé : {{count}} cellules ou lignes sont à corriger. Rien n’a été écrit.',
  'import-tried': 'C’était un essai : rien n’a été écrit.',
}
