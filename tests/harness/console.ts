import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

let complaints: string[] = []
let expected: RegExp[] = []

/** For the one test whose subject complains on purpose; a complaint that does not come fails it too. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

beforeEach(() => {
  complaints = []
  expected = []
  console.error = (...parts: unknown[]) => {
    complaints.push(format(...parts))
  }
})

afterEach(() => {
  const surprises = complaints.filter(complaint => !expected.some(pattern => pattern.test(complaint)))
  if (surprises.length > 0) throw new Error(`console.error was called:\n${surprises.join('\n')}`)
  const missing = expected.filter(pattern => !complaints.some(complaint => pattern.test(complaint)))
  if (missing.length > 0) throw new Error(`console.error was expected with ${missing.join(', ')}`)
})
