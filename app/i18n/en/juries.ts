import type { juries as fr } from '../fr/juries.ts'
import type { Words } from '../words.ts'

export const juries: Words<typeof fr> = {
  title: 'Scores of the jury',
  help: 'Each member of the jury scores alone. The spread says where there is something to talk about; the decision is written above.',
  none: 'Nobody has scored yet.',
  criterion: 'Criterion',
  mean: 'Mean',
  spread: 'Spread',
  give: 'Give my scores',
  again: 'Change my scores',
  scoreOf: 'Your score: {{criterion}}',
  comment: 'Your comment',
  juror: 'Member of the jury, when it is not you',
  jurorHint: 'To note the scores of somebody from outside.',
  save: 'Save the scores',
}
