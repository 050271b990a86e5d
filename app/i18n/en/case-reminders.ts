import type { caseReminders as fr } from '../fr/case-reminders.ts'
import type { Words } from '../words.ts'

/** The reminders of one case: what will be sent, to whom and why, what may be decided about it, what was sent. */
export const caseReminders: Words<typeof fr> = {
  title: 'Reminders',
  still: 'This case is suspended or abandoned: no reminder leaves.',
  reasonHint: 'Kept in the history of the case.',
  restore: 'Put back as planned',
  restoreNamed: 'Put back as planned: {{about}}',
  ready: { title: 'Ready to leave', note: 'Each leaves at its hour, unless you hold it back.' },
  coming: {
    title: 'What will leave',
    note: 'Within 90 days, if nothing changes until then.',
    none: 'No reminder planned within 90 days.',
    on: 'on {{on}}',
    waits: 'about {{on}}, after the first message',
    earlier: 'brought forward, planned on {{on}}',
    completed: 'text completed',
    from: 'Counted from {{on}}.',
    addition: 'Added to the message: {{addition}}',
    reason: 'Reason: {{reason}}',
  },
  change: {
    open: 'Bring forward or complete',
    leavesOn: 'Send earlier, on',
    leavesOnHint: 'Leave empty to keep {{on}}.',
    addition: 'Your words in the message',
    additionHint: 'They are added to the planned text, as you write them.',
    reason: 'Why this change',
    save: 'Save the change',
  },
  skip: { open: 'Do not send it', reason: 'Why not send it', save: 'Do not send it' },
  skipped: { title: 'What will not leave', on: 'planned on {{on}}' },
  sent: {
    title: 'What has left',
    note: 'Each message stays readable, without its personal link.',
    none: 'No message sent for this case.',
  },
}
