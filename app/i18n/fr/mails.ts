/** What messages say. Short, for somebody who reads them on a phone between two appointments. */
export const mails = {
  greeting: 'Bonjour {{name}},',
  greetingUnnamed: 'Bonjour,',
  closing: 'Bien à vous,',
  signatureFor: '{{name}}, {{operator}}',
  whyCase:
    'Vous recevez ce message parce que {{operator}} accompagne {{organisation}} et que vous en êtes l’interlocuteur·rice. Pour ne plus en recevoir, répondez-nous.',
  whyMember: 'Vous recevez ce message parce que vous avez un compte dans l’espace de {{operator}}.',
  whyAccount:
    'Vous recevez ce message parce que quelqu’un a saisi votre adresse sur Sillage. Si ce n’était pas vous, ignorez-le : rien ne se passera.',
  whyProvider:
    'Vous recevez ce message parce que {{operator}} a votre adresse dans sa liste de prestataires. Pour ne plus en recevoir, répondez-nous.',
  terms: {
    context: 'Contexte',
    issue: 'Problème posé',
    results: 'Résultats attendus',
    phases: 'Phases',
    deliverables: 'Livrables',
    calendar: 'Calendrier',
    skills: 'Compétences attendues',
    contact: 'Personne à contacter',
    publicity: 'Mentions des financeurs',
    days: 'Nombre de jours : {{days}}',
    budget: 'Budget maximal : {{amount}} HT',
  },
  consultationOpened: {
    subject: 'Consultation : {{title}}',
    preview: 'Réponse attendue au plus tard le {{deadline}}.',
    body: '{{operator}} cherche un prestataire pour cette mission : {{title}}. Voici le cahier des charges.',
    after:
      'Répondez à ce message avec votre offre (jours, montant HT, méthode) au plus tard le {{deadline}}. Si vous ne pensez pas répondre, dites-le-nous aussi.',
  },
  offerRetained: {
    subject: 'Votre offre est retenue : {{title}}',
    preview: 'Nous préparons le contrat avec vous.',
    body: 'Votre offre pour la mission « {{title}} » est retenue.',
    after: 'Nous revenons vers vous pour le contrat et la date de la première séance.',
  },
  offerDeclined: {
    subject: 'Votre offre n’est pas retenue : {{title}}',
    preview: 'Merci de votre réponse.',
    body: 'Merci d’avoir répondu à notre consultation pour la mission « {{title}} ». Après comparaison des offres, la vôtre n’est pas retenue.',
    after: 'Répondez à ce message si vous souhaitez en connaître les raisons.',
  },
  whyRequest:
    'Vous recevez ce message parce que quelqu’un a donné cette adresse dans le formulaire de {{operator}}. Si ce n’était pas vous, ignorez-le.',
  requestSaved: {
    subject: 'Votre demande à {{operator}} est enregistrée',
    preview: 'Reprenez-la quand vous voulez.',
    body: 'Votre demande à {{operator}} vous attend, telle que vous l’avez laissée. Rien n’est encore envoyé.',
    action: 'Reprendre ma demande',
    after: 'Ce lien est personnel et vaut jusqu’au {{until}}. Aucun mot de passe ne vous sera demandé.',
  },
  requestReceived: {
    subject: 'Votre demande à {{operator}} est arrivée',
    preview: 'Vous aurez une réponse par courriel.',
    body: '{{operator}} a reçu votre demande et vous répondra par courriel. Vous pouvez la relire, et lire sa réponse, au même endroit.',
    action: 'Voir ma demande',
  },
  requestAccepted: {
    subject: '{{operator}} accepte votre demande',
    preview: 'Quelqu’un va prendre contact avec vous.',
    body: 'Votre demande est acceptée. {{practitioner}} va prendre contact avec vous ; vous pouvez aussi répondre à ce message.',
    action: 'Voir ma demande',
  },
  requestDeclined: {
    subject: 'Réponse de {{operator}} à votre demande',
    preview: 'Votre demande n’est pas retenue : voici pourquoi.',
    body: '{{operator}} ne peut pas donner suite à votre demande. Voici pourquoi :',
    action: 'Voir ma demande',
  },
  diagnosticValidation: {
    subject: 'Votre diagnostic est prêt à être relu',
    preview: 'Relisez-le et validez-le, ou dites ce qui ne va pas.',
    body: 'Le diagnostic partagé de {{organisation}} est rédigé. Relisez-le et validez-le ; si quelque chose ne vous convient pas, dites-le au même endroit.',
    action: 'Relire le diagnostic',
    after: 'Ce lien est personnel et vaut jusqu’au {{until}}. Aucun mot de passe ne vous sera demandé.',
  },
  diagnosticReminder: {
    subject: 'Votre diagnostic attend votre relecture',
    preview: 'Quelques minutes suffisent.',
    body: 'Le diagnostic partagé de {{organisation}} attend toujours votre validation. Quelques minutes suffisent pour le relire, et la suite de l’accompagnement en dépend.',
  },
  followUpWave: {
    subject: 'Où en est {{organisation}} aujourd’hui ?',
    preview: 'Une minute et demie, sur votre téléphone, sans mot de passe.',
    body: 'Il y a quelque temps, {{operator}} accompagnait {{organisation}}. Où en êtes-vous aujourd’hui ? Une minute et demie suffit pour nous le dire.',
    more: 'Vos réponses servent à savoir ce que l’accompagnement a changé. Vous pouvez passer les questions auxquelles vous ne savez pas répondre.',
    action: 'Répondre aux questions',
    after: 'Ce lien est personnel et vaut jusqu’au {{until}}.',
  },
  followUpReminder: {
    subject: '{{organisation}} : il nous manque vos nouvelles',
    preview: 'Une minute et demie suffit, et nous n’écrirons plus.',
    body: 'Nous vous avons écrit il y a deux semaines pour savoir où en est {{organisation}}. Une minute et demie suffit pour répondre. C’est notre seule relance.',
  },
  memberInvitation: {
    subject: '{{operator}} vous invite dans Sillage',
    preview: 'Votre espace est prêt.',
    body: 'Un espace vous attend chez {{operator}}. Le lien ci-dessous, valable une semaine, sert à choisir votre mot de passe. Ensuite, connectez-vous avec cette adresse.',
    actionNew: 'Choisir mon mot de passe',
    bodyKnown: 'Un espace vous attend chez {{operator}}. Connectez-vous comme d’habitude, avec cette adresse.',
    action: 'Ouvrir mon espace',
  },
  consultantMission: {
    subject: 'Une mission vous est confiée par {{operator}}',
    preview: '{{title}}',
    body: '{{operator}} vous confie une mission : {{title}}. Vous y trouverez le contexte, les jours prévus et, après chaque séance, de quoi en rendre compte en une minute.',
    first:
      'Le lien ci-dessous, valable une semaine, sert à choisir votre mot de passe. Connectez-vous ensuite avec cette adresse.',
    untitled: 'ingénierie',
    action: 'Voir ma mission',
  },
  reportPublished: {
    subject: 'Rapport {{year}} de la convention {{agreement}}',
    preview: 'Chiffres, définitions et témoignages.',
    body: '{{operator}} publie le rapport {{year}} de la convention {{agreement}}. Chaque chiffre y est accompagné de sa définition.',
    action: 'Lire le rapport',
  },
  questionAsked: {
    subject: '{{name}} pose une question sur le rapport {{year}}',
    preview: 'Répondez-y sur la page du rapport.',
    body: '{{name}} lit le rapport {{year}} de la convention {{agreement}} et pose une question sur ce qu’il dit. Votre réponse apparaîtra à côté du chiffre ou de la citation.',
    action: 'Lire la question',
  },
  questionAnswered: {
    subject: '{{operator}} répond à votre question',
    preview: 'La réponse est à côté du chiffre ou de la citation.',
    body: '{{operator}} répond à votre question sur le rapport {{year}} de la convention {{agreement}}.',
    action: 'Lire la réponse',
  },
}
