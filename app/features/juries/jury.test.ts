import { expect, it } from 'vitest'
import { gridOf, sideBySide } from './jury.ts'

const asked = (code: string, kind: 'scale' | 'line' = 'scale') => ({ code, kind, label: { fr: code, en: code } })
const juror = (id: string, scores: Record<string, number>) => ({ id, juror: id, isMine: false, scores, comment: null })

it('sets scores side by side with their mean and their spread; one who gave none weighs nothing', () => {
  const questions = gridOf({ questions: [asked('impact'), asked('name', 'line'), asked('team'), asked('model')] })
  const { lines } = sideBySide(questions, [
    juror('a', { impact: 4, team: 0 }),
    juror('b', { impact: 1 }),
    juror('c', {}),
  ])
  expect(lines.map(({ question, ...line }) => [question.code, line])).toEqual([
    ['impact', { scores: [4, 1, null], mean: 2.5, spread: 3 }],
    ['team', { scores: [0, null, null], mean: 0, spread: 0 }],
    ['model', { scores: [null, null, null], mean: null, spread: null }],
  ])
})
