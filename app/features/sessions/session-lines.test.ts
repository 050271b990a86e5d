import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { linesIn, stepsIn, stepWritten } from './session-lines.ts'

const step = (text: string | null) => ({ text, owner: null, dueOn: null })

describe('the lines of a session', () => {
  it('are what was typed, one per line of each field', () =>
    expect(linesIn(['Un\n- Deux \n', null, ' ', 'Trois'])).toEqual(['Un', '- Deux', 'Trois']))
})

describe('next steps', () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ['  \n\n', []],
    ['Envoyer la trame', ['Envoyer la trame']],
    ['- Un\n• Deux\n3. Trois\n4) Quatre', ['Un', 'Deux', 'Trois', 'Quatre']],
    ['Un\n\nUn\nDeux ', ['Un', 'Deux']],
    ['-5 % de charges', ['-5 % de charges']],
    ['2026 : bilan', ['2026 : bilan']],
  ])('%j are %j', (text, steps) => {
    expect(stepsIn([step(text)]).map(one => one.text)).toEqual(steps)
  })

  it('keep who does them and until when', () => {
    const dueOn = on('2026-04-02')
    const steps = stepsIn([{ text: 'Un\nDeux', owner: 'Anne Petit', dueOn }, step('Trois')])
    expect(steps).toEqual([
      { text: 'Un', owner: 'Anne Petit', dueOn },
      { text: 'Deux', owner: 'Anne Petit', dueOn },
      { text: 'Trois', owner: null, dueOn: null },
    ])
    expect(steps.map(stepWritten)).toEqual(['Un · Anne Petit · 2026-04-02', 'Deux · Anne Petit · 2026-04-02', 'Trois'])
  })
})
