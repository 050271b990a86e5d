import { describe, it } from 'vitest'
import { expectConsoleError } from '#tests/harness/console.ts'

describe('console.error in a test', () => {
  it('is allowed where the test announces it', () => {
    expectConsoleError(/the roof leaks/)
    console.error('%s leaks', 'the roof')
  })

  it.fails('fails the test that does not announce it', () => {
    console.error('a surprise')
  })

  it.fails('fails the test that announces what does not come', () => {
    expectConsoleError(/never said/)
  })
})
