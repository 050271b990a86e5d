import { describe, expect, it } from 'vitest'
import { endsBeforeItStarts, isInRole } from './person.ts'

describe('somebody of an organisation', () => {
  it.each([
    [null, null, true],
    ['2026-03-12', null, true],
    ['2026-03-13', null, false],
    [null, '2026-03-12', true],
    [null, '2026-03-11', false],
  ])('from %s until %s is in her role on 12 March: %s', (fromOn, toOn, answer) => {
    expect(isInRole({ fromOn, toOn }, '2026-03-12')).toBe(answer)
  })

  it('does not leave before she came', () => {
    expect(endsBeforeItStarts({ fromOn: '2026-03-12', toOn: '2026-03-11' })).toBe(true)
    expect(endsBeforeItStarts({ fromOn: '2026-03-12', toOn: '2026-03-12' })).toBe(false)
  })
})
