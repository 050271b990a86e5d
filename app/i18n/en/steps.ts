import type { steps as fr } from '../fr/steps.ts'
import type { Words } from '../words.ts'

export const steps: Words<typeof fr> = {
  save: 'Save the answers',
  required: 'expected',
  confidential: 'You alone read this answer: neither the team, nor the funder, nor any export.',
  condition: 'If “{{question}}”: {{answers}}.',
  before: 'At the start: {{answer}}',
  noAnswer: 'no answer',
  choose: 'Choose',
  dontKnow: 'I do not know',
  noQuestion: 'This step asks no question.',
  preview: 'Preview',
  previewHelp: 'What the team will see. Nothing is saved from here.',
  moments: 'Moments of measure',
  missing_one: '{{count}} answer is still expected',
  missing_other: '{{count}} answers are still expected',
  files: {
    title: 'Files asked for',
    note: 'Each file is saved as soon as you attach it.',
    none: 'Nothing is attached yet.',
  },
  about: {
    organisation: 'Organisation',
    person: 'Person accompanied',
    who: 'Person',
    none: 'This case is not attached to any organisation yet.',
    search: 'Name, SIRET or RNA',
    submit: 'Search',
    notFound: 'No organisation matches.',
    create: 'Create the organisation',
    attach: 'Attach to {{name}}',
    attachShort: 'Attach',
    addPerson: 'Add a person to the organisation',
    savePerson: 'Save the person',
  },
}
