/** Why a use case refused, by failure tag: what happened, and what to do. One key per tag, grouped by feature. */
export const failures = {
  'refused-by-database': 'Une valeur n’a pas pu être enregistrée. Vérifiez ce que vous avez saisi.',
  'form-already-sent': 'Ce formulaire a déjà été envoyé. Rouvrez la page pour en envoyer un autre.',
  'too-many-attempts': 'Trop d’essais. Attendez {{minutes}} minutes, puis réessayez.',
  'wrong-credentials': 'L’adresse ou le mot de passe ne correspond pas.',
}
