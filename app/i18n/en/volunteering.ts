import type { volunteering as fr } from '../fr/volunteering.ts'
import type { Words } from '../words.ts'

export const volunteering: Words<typeof fr> = {
  title: 'Volunteer time',
  help: 'What volunteers gave to this accompaniment. It counts in the plan of financing.',
  emptyTitle: 'No volunteer time yet',
  empty: 'Note the first hour below: it will count in your figures.',
  fields: {
    activity: 'What was done',
    doneOn: 'Date',
    hours: 'Hours',
    hourlyRate: 'Value of an hour',
    volunteer: 'Who',
  },
  volunteerHint: 'For the time sheet. No report quotes this name.',
  value: 'Value',
  total: 'Total',
  addTitle: 'Note volunteer time',
  add: 'Note this time',
  remove: 'Remove',
  removeLine: 'Remove: {{activity}}, {{on}}',
}
