import type { mails as fr } from '../fr/mails.ts'
import type { Words } from '../words.ts'

export const mails: Words<typeof fr> = {
  greeting: 'Hello {{name}},',
  greetingUnnamed: 'Hello,',
  closing: 'Kind regards,',
  signatureFor: '{{name}}, {{operator}}',
  whyCase:
    'You receive this message because {{operator}} supports {{organisation}} and you are its contact. To receive no more of them, answer this one.',
  whyMember: 'You receive this message because you have an account in the space of {{operator}}.',
  whyAccount:
    'You receive this message because somebody entered your address on Sillage. If it was not you, ignore it: nothing will happen.',
  whyProvider:
    'You receive this message because {{operator}} has your address in its list of providers. To receive no more, answer us.',
  terms: {
    context: 'Context',
    issue: 'Problem',
    results: 'Expected results',
    phases: 'Phases',
    deliverables: 'Deliverables',
    calendar: 'Calendar',
    skills: 'Expected skills',
    contact: 'Person to contact',
    publicity: 'Funders to mention',
    days: 'Number of days: {{days}}',
    budget: 'Maximum budget: {{amount}}, VAT excluded',
  },
  committeeAgenda: {
    subject: 'Support committee of {{on}}: the agenda',
    preview: 'Your opinion is expected.',
    body: '{{operator}} invites you to the support committee of {{on}}. The agenda and each case can be read by your personal link, where you can already give your opinion.',
    action: 'Read the agenda',
    after: 'This link is yours, do not pass it on. It works until {{until}}.',
    why: 'You receive this message because you sit in the support committee of {{operator}}.',
  },
  consultationOpened: {
    subject: 'Consultation: {{title}}',
    preview: 'Answer expected by {{deadline}}.',
    body: '{{operator}} is looking for a provider for this mission: {{title}}. Here are the terms of reference.',
    after:
      'Answer this message with your offer (days, amount without VAT, method) by {{deadline}}. If you do not intend to bid, tell us too.',
  },
  offerRetained: {
    subject: 'Your offer is chosen: {{title}}',
    preview: 'We are preparing the contract with you.',
    body: 'Your offer for the mission “{{title}}” is chosen.',
    after: 'We will come back to you about the contract and the day of the first session.',
  },
  offerDeclined: {
    subject: 'Your offer is not chosen: {{title}}',
    preview: 'Thank you for your answer.',
    body: 'Thank you for answering our consultation for the mission “{{title}}”. After comparing the offers, yours is not chosen.',
    after: 'Answer this message if you would like to know the reasons.',
  },
  whyRequest:
    'You receive this message because somebody gave this address in the form of {{operator}}. If it was not you, ignore it.',
  requestSaved: {
    subject: 'Your request to {{operator}} is saved',
    preview: 'Go on with it whenever you like.',
    body: 'Your request to {{operator}} is waiting for you, as you left it. Nothing has been sent yet.',
    action: 'Go on with my request',
    after: 'This link is personal and works until {{until}}. You will not be asked for a password.',
  },
  requestReceived: {
    subject: 'Your request to {{operator}} has arrived',
    preview: 'You will be answered by email.',
    body: '{{operator}} has received your request and will answer by email. You can read it again, and its answer, in the same place.',
    action: 'See my request',
  },
  requestAccepted: {
    subject: '{{operator}} accepts your request',
    preview: 'Somebody will contact you.',
    body: 'Your request is accepted. {{practitioner}} will contact you; you may also answer this message.',
    action: 'See my request',
  },
  requestDeclined: {
    subject: 'Answer from {{operator}} to your request',
    preview: 'Your request was not taken up: here is why.',
    body: '{{operator}} cannot take up your request. Here is why:',
    action: 'See my request',
  },
  diagnosticValidation: {
    subject: 'Your diagnostic is ready to be read',
    preview: 'Read it and validate it, or say what is wrong.',
    body: 'The shared diagnostic of {{organisation}} is written. Read it and validate it; if something does not suit you, say so in the same place.',
    action: 'Read the diagnostic',
    after: 'This link is personal and holds until {{until}}. No password will be asked.',
  },
  diagnosticReminder: {
    subject: 'Your diagnostic is waiting for you',
    preview: 'A few minutes are enough.',
    body: 'The shared diagnostic of {{organisation}} still waits for your validation. A few minutes are enough to read it, and what comes next depends on it.',
  },
  followUpWave: {
    subject: 'How is {{organisation}} doing today?',
    preview: 'A minute and a half, on your phone, without a password.',
    body: 'Some time ago, {{operator}} supported {{organisation}}. How are you doing today? A minute and a half is enough to tell us.',
    more: 'Your answers tell what the accompaniment has changed. Skip the questions that you cannot answer.',
    action: 'Answer the questions',
    after: 'This link is personal and holds until {{until}}.',
  },
  followUpReminder: {
    subject: '{{organisation}}: we are missing your news',
    preview: 'A minute and a half is enough, and we shall not write again.',
    body: 'We wrote to you two weeks ago to know how {{organisation}} is doing. A minute and a half is enough to answer. This is our only reminder.',
  },
  memberInvitation: {
    subject: '{{operator}} invites you to Sillage',
    preview: 'Your space is ready.',
    body: 'A space is waiting for you at {{operator}}. The link below, good for a week, lets you choose your password. Then sign in with this address.',
    actionNew: 'Choose my password',
    bodyKnown: 'A space is waiting for you at {{operator}}. Sign in as usual, with this address.',
    action: 'Open my space',
  },
  consultantMission: {
    subject: '{{operator}} entrusts you with a mission',
    preview: '{{title}}',
    body: '{{operator}} entrusts you with a mission: {{title}}. You will find the context, the days planned and, after each session, a way to report on it in a minute.',
    first: 'The link below, good for a week, lets you choose your password. Then sign in with this address.',
    untitled: 'engineering',
    action: 'See my mission',
  },
  reportPublished: {
    subject: '{{year}} report of agreement {{agreement}}',
    preview: 'Figures, definitions and stories.',
    body: '{{operator}} publishes the {{year}} report of agreement {{agreement}}. Each figure comes with its definition.',
    action: 'Read the report',
  },
  questionAsked: {
    subject: '{{name}} asks a question about the {{year}} report',
    preview: 'Answer it on the page of the report.',
    body: '{{name}} is reading the {{year}} report of agreement {{agreement}} and asks about something that it says. Your answer will appear beside the figure or the quotation.',
    action: 'Read the question',
  },
  questionAnswered: {
    subject: '{{operator}} answers your question',
    preview: 'The answer is beside the figure or the quotation.',
    body: '{{operator}} answers your question about the {{year}} report of agreement {{agreement}}.',
    action: 'Read the answer',
  },
}
