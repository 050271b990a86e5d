import type { events as french } from '../fr/events.ts'
import type { Words } from '../words.ts'

export const events: Words<typeof french> = {
  accompaniment: {
    opened: 'Request received: {{programme}}.',
    moved: 'The case is now “{{to}}”.',
    'intake-saved': 'Intake completed.',
    'opinion-recorded': 'Committee brought up to date.',
    'handed-over': 'Case handed over to {{to}}.',
    'agreements-chosen': 'Funding agreements chosen.',
    postponed: 'Next step put off.',
    abandoned: 'Accompaniment abandoned.',
    reopened: 'The organisation comes back: case {{number}}.',
    attached: 'Case attached.',
    'version-accepted': 'The case now follows version {{version}} of its programme.',
  },
  referral: { sent: 'Organisation referred to {{sentTo}}.', answered: '{{sentTo}} answered the referral.' },
  diagnostic: {
    saved: 'Diagnostic completed.',
    'sent-for-validation': 'Diagnostic sent to {{to}} to be validated.',
    validated: 'Diagnostic validated by {{by}}.',
  },
  organisation: {
    merged: 'Record “{{other}}” merged into “{{kept}}”.',
    absorbed: 'Record “{{other}}” merged into “{{kept}}”.',
    parted: 'Records “{{other}}” and “{{kept}}” parted.',
  },
  snapshot: { saved: 'Photo of the organisation brought up to date.' },
  plan: {
    'action-added': 'Action added: {{title}}.',
    'action-updated': 'Action changed: {{title}}.',
    'action-moved-on': 'Action brought up to date: {{title}}.',
  },
  restitution: { 'report-saved': 'Final report completed.' },
  'follow-up': {
    planned: 'Waves of follow-up planned.',
    answered: 'Follow-up {{wave}}: answer received.',
    settled: 'Follow-up {{wave}} settled.',
  },
  engineering: {
    created: 'Engineering recorded.',
    edited: 'Engineering changed.',
    signed: 'Contract of engineering signed.',
    delivered: 'Engineering delivered.',
    paid: 'Engineering paid.',
    cancelled: 'Engineering cancelled.',
    'member-added': 'Organisation added to a collective engineering.',
    'member-removed': 'Organisation removed from a collective engineering.',
  },
  consultant: {
    invited: '{{name}} is invited to the engineering.',
    revoked: '{{name}} no longer reaches the engineering.',
  },
  session: {
    planned: 'Session planned.',
    held: 'Session held.',
    cancelled: 'Session cancelled.',
    corrected: 'Session corrected.',
  },
  message: {
    sent: 'Message sent to {{recipient}}.',
    failed: 'The message to {{recipient}} did not leave.',
    uncertain: 'The message to {{recipient}} may have left.',
    'sent-again': 'Message to {{recipient}} sent again.',
    'called-received': 'Message to {{recipient}}: it has arrived.',
    dropped: 'Message to {{recipient}} given up.',
    cancelled: 'Message to {{recipient}} cancelled.',
  },
  step: { answered: 'Answers of a step completed.' },
  note: { added: 'Note added.', rewritten: 'Note changed.' },
  other: 'Case brought up to date.',
}
