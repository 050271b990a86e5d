import type { objectives as fr } from '../fr/objectives.ts'
import type { Words } from '../words.ts'

export const objectives: Words<typeof fr> = {
  title: 'Objectives of the plan',
  help: 'What should change: from where, to where.',
  empty: 'No objective yet.',
  add: 'Add an objective',
  addTitle: 'New objective',
  addSubmit: 'Add the objective',
  edit: 'Edit',
  editLabel: 'Edit the objective {{title}}',
  editTitle: 'Edit an objective',
  editSubmit: 'Save the objective',
  remove: 'Remove',
  what: 'What should change',
  unit: 'Unit',
  baseline: 'Baseline',
  target: 'Target',
  reached: 'Reached',
  by: 'To be reached by',
  unknown: 'not known',
  fromTo: 'From {{from}} to {{to}}',
  dueOn: 'by {{on}}',
  reachedLine: 'Reached: {{reached}}',
  share: '{{share}} of the way',
}
