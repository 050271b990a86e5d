import type { caseload as french } from '../fr/caseload.ts'
import type { Words } from '../words.ts'

export const caseload: Words<typeof french> = {
  views: {
    label: 'Presentation',
    table: 'Table',
    list: 'List',
    board: 'By state',
    boardOf: 'Cases by state',
  },
  allOfColumn: 'See all {{count}}: {{state}}',
  filters: {
    etat: 'State',
    dispositif: 'Programme',
    charge: 'Practitioner',
    convention: 'Agreement',
    departement: 'Department',
    du: 'Request received from',
    au: 'Request received until',
  },
  moreFilters: 'Agreement, department, period',
  me: 'Me',
  nobody: 'Nobody',
  noAgreement: 'No agreement',
  sort: 'Sort by',
  sortedDown: '{{by}}, the other way round',
  sorts: {
    echeance: 'Due',
    structure: 'Organisation',
    dispositif: 'Programme',
    etat: 'State',
    charge: 'Practitioner',
    numero: 'Number',
  },
  saved: {
    label: 'Kept filters',
    by: 'by {{name}}',
    team: 'team',
    keep: 'Keep these filters',
    name: 'Name of the filter',
    nameHint: 'A name that is taken is replaced.',
    share: 'The whole team sees it',
    shareHint: 'Otherwise only you see it.',
    submit: 'Keep',
    manage: 'Remove a kept filter',
    remove: 'Remove “{{name}}”',
  },
}
