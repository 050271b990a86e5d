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
  'bad-siret': 'Ce SIRET ne passe pas le contrôle. Vérifiez ses 14 chiffres, ou enregistrez-le à vérifier plus tard.',
  'bad-rna':
    'Ce RNA ne passe pas le contrôle : W suivi de 9 chiffres. Corrigez-le, ou enregistrez-le à vérifier plus tard.',
  'siret-known': 'Ce SIRET est déjà celui de « {{name}} ».',
  'rna-known': 'Ce RNA est déjà celui de « {{name}} ».',
  'guards-block': 'Avant cette étape : $t(guards:todo.{{rule}})',
  'reason-needed': 'À noter : $t(guards:todo.{{rule}})',
  'no-such-way': 'Cette étape n’est pas possible depuis l’état actuel du dossier. Rouvrez la page.',
  'day-to-come': 'Cette date est à venir : notez un jour déjà passé.',
  'day-past': 'Choisissez une date à venir.',
  'unknown-organisation': 'Cette structure est inconnue. Cherchez-la de nouveau.',
  'unknown-programme': 'Ce dispositif est inconnu. Choisissez dans la liste.',
  'unknown-practitioner': 'Cette personne ne fait pas partie de l’équipe. Choisissez dans la liste.',
  'unknown-agreement': 'Cette convention est inconnue. Choisissez dans la liste.',
  'unknown-person': 'Cette personne est inconnue. Ajoutez-la à la structure, puis choisissez-la.',
  'person-without-email':
    'Nous n’avons pas d’adresse électronique pour {{name}}. Ajoutez-la sur la page de la structure.',
  'not-ended': 'Ce dossier est encore ouvert : il n’y a rien à rouvrir.',
  'no-diagnostic': 'Écrivez et enregistrez d’abord le diagnostic.',
  'diagnostic-already-validated': 'Ce diagnostic est déjà validé.',
  'reservation-needed': 'Écrivez votre réserve, ou validez sans réserve.',
  'no-organisation': 'Ce dossier n’a pas encore de structure.',
  'no-restitution': 'Notez d’abord la date de la restitution.',
  'no-wave-missing': 'Toutes les vagues de suivi sont déjà prévues.',
  'import-refused': 'Le dossier est refusé : {{count}} cellules ou lignes sont à corriger. Rien n’a été écrit.',
  'import-tried': 'C’était un essai : rien n’a été écrit.',
}
