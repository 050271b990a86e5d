import { choice, date, satisfaction, text, yesNo } from './writing.ts'

/*
 * What every programme asks beside its own questions, as the national sheet of the DLA asks it. None is expected: no
 * state waits for them. `prefix`: a code is asked once in a programme.
 */

/** At the first meeting, where the programme has no intake of its own. */
export const entryQuestions = (prefix: string) => [
  choice(`${prefix}_urgent`, ['Trésorerie en alerte', 'Short of cash'], yesNo),
  noticeQuestion(prefix),
]

export const noticeQuestion = (prefix: string) =>
  date(`${prefix}_notice_on`, ['Information sur les données remise le', 'Notice about data given on'])

/** At the closing: what was planned and did not come, what is needed next, and whether one may write again. */
export const closingQuestions = (prefix: string) => [gapsQuestion(prefix), ...afterQuestions(prefix)]

export const gapsQuestion = (prefix: string) =>
  text(`${prefix}_gaps`, ['Écarts avec ce qui était prévu, et leurs causes', 'Gaps with what was planned, and why'])

export const afterQuestions = (prefix: string) => [
  needsQuestion(prefix),
  choice(`${prefix}_recontact`, ['Accepte d’être recontactée', 'Agrees to be contacted again'], yesNo),
]

export const needsQuestion = (prefix: string) =>
  text(`${prefix}_needs_next`, ['Nouveaux besoins, et réponses possibles', 'New needs, and possible answers'])

export const usefulQuestion = (prefix: string) =>
  satisfaction(`${prefix}_useful`, [
    'La structure est satisfaite de l’accompagnement',
    'The organisation is satisfied with the accompaniment',
  ])
