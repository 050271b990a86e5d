import type { documentWriting as fr } from '../fr/document-writing.ts'
import type { Words } from '../words.ts'

export const documentWriting: Words<typeof fr> = {
  page: 'Page {{page}} of {{pages}}',
  unknown: 'not known',
  notScored: 'no score',
  diagnostic: {
    fileName: 'Diagnostic - {{about}}',
    title: 'Joint diagnostic: {{about}}',
    validated: 'Validated on {{on}} by {{by}}.',
    notValidated: 'Working version of {{on}}, not yet validated by the organisation.',
    authors: 'Written by {{names}}.',
    photo: 'The organisation on {{on}}',
    figure: 'Figure',
    value: 'Value',
    needs: 'Needs, by order of importance',
    needReservation: 'Reservation of the organisation: {{reservation}}',
    situation: 'Where it stands, by domain',
    chart: 'Scores out of 4: {{scores}}.',
    missing: 'Domains without a score: {{domains}}.',
    domain: 'Domain',
    score: 'Score',
    findings: 'Findings',
    contests: 'Lines that the organisation contests',
    line: 'The line',
    contested: 'What the organisation says of it',
    answer: 'Answer',
    noAnswer: 'No answer yet',
    reservation: 'Reservation of the organisation',
  },
}
