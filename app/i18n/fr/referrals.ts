/** A referral: what its partner reads behind its link, and what the team reads of the answer. */
export const referrals = {
  link: {
    title: '{{operator}} vous oriente {{organisation}}',
    lede: 'Dites si {{partner}} prend le relais. Une seule réponse suffit, sans compte.',
    organisation: 'Structure',
    practitioner: 'Qui la suit',
    practitionerAt: '{{name}}, {{operator}}',
    reason: 'Pourquoi vous',
    sentOn: 'Orientée le',
    expectedOn: 'Réponse attendue le',
    question: 'Votre réponse',
    answers: { accepted: 'Nous prenons le relais', refused: 'Nous ne pouvons pas' },
    word: 'Un mot',
    wordHint:
      'La suite que vous prévoyez. Si vous ne pouvez pas, dites pourquoi : la structure sera orientée ailleurs.',
    submit: 'Envoyer ma réponse',
    once: 'Vous répondez une seule fois. Pour la corriger ensuite, répondez au message reçu.',
    thanks: 'C’est noté, merci',
    said: {
      accepted: 'Vous prenez le relais depuis le {{on}}.',
      refused: 'Vous avez répondu le {{on}} que vous ne pouvez pas.',
    },
    noted: {
      accepted:
        '{{operator}} a noté le {{on}} que vous prenez le relais. Si ce n’est pas cela, répondez au message reçu.',
      refused: '{{operator}} a noté le {{on}} que vous ne pouvez pas. Si ce n’est pas cela, répondez au message reçu.',
    },
    yourWord: 'Votre mot : {{word}}',
    privacy: 'Votre réponse est lue par {{operator}}. Ces informations servent à cette orientation, et à rien d’autre.',
  },
  said: '{{answer}} par le partenaire lui-même, {{on}}',
  noted: '{{answer}}, {{on}}, noté par {{name}}',
  word: 'Le partenaire dit : {{word}}',
  written: 'Le partenaire peut répondre par son lien : {{who}}',
  writtenTo: 'Le lien du partenaire : {{who}}',
  who: '{{name}} ({{email}})',
  partnerHint: 'Le partenaire reçoit un lien, lit le nom de la structure et la raison ci-dessus, et répond lui-même.',
  wordHint: 'S’il refuse, sa raison.',
  ask: 'Demander la réponse au partenaire',
  askNamed: 'Envoyer le lien à {{partner}}',
  askAgain: 'Écrire de nouveau, ou à une autre adresse',
  askHint:
    'Il lit le nom de la structure et la raison de l’orientation. Une autre adresse retire le lien de la première.',
  submit: 'Envoyer le lien',
  forget: 'Retirer le lien et oublier l’adresse',
  forgetNamed: 'Retirer le lien et oublier l’adresse de {{partner}}',
}
