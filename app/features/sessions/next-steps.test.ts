import { describe, expect, it } from 'vitest'
import { stepsOf } from './next-steps.ts'

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
    expect(stepsOf(text)).toEqual(steps)
  })
})
