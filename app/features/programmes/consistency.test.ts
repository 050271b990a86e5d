import { describe, expect, it } from 'vitest'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { troublesAgainst, troublesOf } from './consistency.ts'
import type { Question } from './questions.ts'

const words = (fr: string) => ({ fr, en: fr })
const yesNo = [
  { code: 'yes', label: words('Oui') },
  { code: 'no', label: words('Non') },
]
const asking = (...questions: Question[]) => ({
  ...dlaIndividuel,
  steps: dlaIndividuel.steps.map(step => (step.code === 'intake' ? { ...step, questions } : step)),
})
const choice = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  label: words(code),
  kind: 'choice',
  options: yesNo,
  ...more,
})
const tagsOf = (...questions: Question[]) => troublesOf(asking(...questions)).map(({ tag }) => tag)

describe('a definition is refused, with its reason', () => {
  it('holds together when its conditions do', () => {
    expect(tagsOf(choice('first'), choice('second', { when: { question: 'first', is: ['yes'] } }))).toEqual([])
  })

  it.each<[string, Question[], string]>([
    [
      'a condition on a question that is not there',
      [choice('a', { when: { question: 'gone', is: ['yes'] } })],
      'unknown-question',
    ],
    [
      'a condition on an answer that is not there',
      [choice('a'), choice('b', { when: { question: 'a', is: ['maybe'] } })],
      'unknown-option',
    ],
    ['a choice of one answer', [choice('a', { options: yesNo.slice(1) })], 'options-missing'],
    ['a scale without words', [{ code: 'a', label: words('a'), kind: 'scale' }], 'scale-missing'],
    ['a secret that is expected', [choice('a', { confidential: true, required: true })], 'confidential-required'],
    ['a secret that is tracked', [choice('a', { confidential: true, tracked: true })], 'confidential-tracked'],
    ['a tracked file', [{ code: 'a', label: words('a'), kind: 'file', tracked: true }], 'file-tracked'],
    ['a secret file', [{ code: 'a', label: words('a'), kind: 'file', confidential: true }], 'file-confidential'],
    [
      'a tracked question under one that is not',
      [choice('a'), choice('b', { tracked: true, when: { question: 'a', is: ['yes'] } })],
      'tracked-condition',
    ],
    ['a question asked twice', [choice('a'), choice('a')], 'question-twice'],
  ])('%s', (_words, questions, tag) => {
    expect(tagsOf(...questions)).toEqual([tag])
  })

  it('conditions that turn in circles, however long the circle', () => {
    const turning = ['a', 'b', 'c'].map((code, index) =>
      choice(code, { when: { question: ['b', 'c', 'a'][index] ?? '', is: ['yes'] } }),
    )
    expect(new Set(tagsOf(...turning))).toEqual(new Set(['condition-cycle']))
    expect(tagsOf(choice('alone', { when: { question: 'alone', is: ['yes'] } }))).toEqual(['condition-cycle'])
  })

  it('a state that no transition reaches, and one that nothing leaves', () => {
    const lost = { code: 'lost', label: words('Perdu'), step: null, kind: 'open' as const }
    expect(troublesOf({ ...dlaIndividuel, states: [...dlaIndividuel.states, lost] })).toEqual([
      { tag: 'unreachable-state', params: { state: 'lost' } },
      { tag: 'state-without-way', params: { state: 'lost' } },
    ])
  })

  it('a tracked question that was reworded or taken away, and no other', () => {
    const before = asking(choice('tracked', { tracked: true }), choice('free'))
    const tags = (...questions: Question[]) => troublesAgainst(before, asking(...questions)).map(({ tag }) => tag)
    expect(tags(choice('tracked', { tracked: true, required: true }))).toEqual([])
    expect(tags(choice('tracked', { tracked: true, label: words('Autre') }))).toEqual(['tracked-changed'])
    expect(tags(choice('tracked', { options: [...yesNo, { code: 'other', label: words('x') }] }))).toEqual([
      'tracked-changed',
    ])
    expect(tags(choice('free'))).toEqual(['tracked-removed'])
    // Another one in its place, that is tracked too, keeps the comparison.
    expect(tags(choice('other', { tracked: true, replaces: { question: 'tracked' } }))).toEqual([])
    expect(tags(choice('other', { replaces: { question: 'tracked' } }))).toEqual(['tracked-removed'])
  })
})
