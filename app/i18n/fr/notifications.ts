/** What members are told in the product. Kinds are the names of what happened, dots written as hyphens. */
export const notifications = {
  title: 'Notifications',
  empty: 'Rien de nouveau',
  emptyHelp:
    'Vous serez prévenu·e ici quand un dossier vous attend, quand une structure répond, quand un message ne part pas.',
  list: 'Notifications, les plus récentes d’abord',
  unreadTag: 'à lire',
  open: 'Ouvrir',
  openNamed: 'Ouvrir : {{what}}',
  readAll: 'Tout marquer comme lu',
  kinds: {
    reminder: '{{label}} : {{organisation}} ({{number}})',
    'reminder-no-address':
      '{{label}} : personne à qui écrire chez {{organisation}} ({{number}}). Appelez, ou ajoutez une adresse.',
    'diagnostic-validated': 'Le diagnostic de {{organisation}} est validé par la structure ({{number}})',
    'diagnostic-contested': '{{organisation}} conteste une ligne de son diagnostic ({{number}})',
    'message-uncertain': 'Un message à {{recipient}} est peut-être arrivé : décidez ({{number}})',
    'message-failed': 'Un message à {{recipient}} n’a pas pu partir ({{number}})',
    'accompaniment-handed-over': 'Le dossier {{number}} vous est confié',
    'accompaniment-many-handed-over': '{{number}} dossiers vous sont confiés',
    'follow-up-answered': '{{organisation}} a répondu au suivi ({{number}})',
    'session-held': 'Une séance a été tenue : {{organisation}} ({{number}})',
    'session-planned': 'Une séance est prévue : {{organisation}} ({{number}})',
    'session-cancelled': 'Une séance est annulée : {{organisation}} ({{number}})',
    'question-asked': '{{recipient}} pose une question sur « {{about}} » ({{number}})',
    'request-received': 'Nouvelle demande : {{organisation}}',
    'deliverable-submitted': 'Livrable remis : « {{title}} », {{organisation}} ({{number}})',
    'offer-answered': '{{provider}} a répondu à la consultation « {{title}} »',
    'offer-refused': '{{provider}} ne répondra pas à la consultation « {{title}} »',
    'engineering-days-low': 'Plus de 80 % des jours d’une ingénierie sont tenus : {{organisation}} ({{number}})',
    other: 'Du nouveau dans le dossier {{number}}',
  },
}
