/** What happened in a case, by the name of its event (`session.recorded` is `session: { recorded }`). */
export const events = {
  accompaniment: {
    opened: 'Demande reçue : {{programme}}.',
    moved: 'Le dossier passe à l’état « {{to}} ».',
    'intake-saved': 'Accueil complété.',
    'opinion-recorded': 'Comité d’appui mis à jour.',
    'handed-over': 'Dossier confié à {{to}}.',
    'agreements-chosen': 'Conventions de financement choisies.',
    abandoned: 'Accompagnement abandonné.',
    reopened: 'La structure revient : dossier {{number}}.',
  },
  referral: { sent: 'Structure orientée vers {{sentTo}}.', answered: 'Réponse de {{sentTo}} à l’orientation.' },
  diagnostic: {
    saved: 'Diagnostic complété.',
    'sent-for-validation': 'Diagnostic envoyé à {{to}} pour validation.',
    validated: 'Diagnostic validé par {{by}}.',
  },
  snapshot: { saved: 'Photo de la structure mise à jour.' },
  plan: {
    'action-added': 'Action ajoutée : {{title}}.',
    'action-updated': 'Action modifiée : {{title}}.',
    'action-moved-on': 'Action mise à jour : {{title}}.',
  },
  restitution: { 'report-saved': 'Bilan complété.' },
  'follow-up': {
    planned: 'Vagues de suivi prévues.',
    answered: 'Suivi {{wave}} : réponse reçue.',
    settled: 'Suivi {{wave}} classé.',
  },
  engineering: {
    created: 'Ingénierie enregistrée.',
    edited: 'Ingénierie modifiée.',
    signed: 'Convention d’ingénierie signée.',
    delivered: 'Ingénierie terminée.',
    paid: 'Ingénierie payée.',
    cancelled: 'Ingénierie annulée.',
    'member-added': 'Structure ajoutée à une ingénierie collective.',
    'member-removed': 'Structure retirée d’une ingénierie collective.',
  },
  consultant: {
    invited: '{{name}} est invité·e sur l’ingénierie.',
    revoked: '{{name}} n’a plus accès à l’ingénierie.',
  },
  session: {
    planned: 'Séance prévue.',
    held: 'Séance tenue.',
    cancelled: 'Séance annulée.',
    corrected: 'Séance corrigée.',
  },
  message: {
    sent: 'Message envoyé à {{recipient}}.',
    failed: 'Le message à {{recipient}} n’est pas parti.',
    uncertain: 'Le message à {{recipient}} est peut-être parti.',
    cancelled: 'Message à {{recipient}} annulé.',
  },
  note: { added: 'Note ajoutée.', rewritten: 'Note modifiée.' },
  other: 'Dossier mis à jour.',
}
