import { expect, expectTypeOf, test } from 'vitest'
import { type Failure, fail, ok, type Result } from './result.ts'

function halve(n: number): Result<number, Failure<'odd'> | Failure<'negative'>> {
  if (n < 0) return fail('negative', { n }, 'amount')
  return n % 2 === 0 ? ok(n / 2) : fail('odd')
}

test('a result is a value or a tagged failure', () => {
  expect(halve(4)).toEqual({ ok: true, value: 2 })
  expect(halve(3)).toEqual({ ok: false, failure: { tag: 'odd' } })
  expect(halve(-1)).toEqual({ ok: false, failure: { tag: 'negative', params: { n: -1 }, field: 'amount' } })
})

test('the compiler knows every tag', () => {
  const result = halve(3)
  if (!result.ok) expectTypeOf(result.failure.tag).toEqualTypeOf<'odd' | 'negative'>()
})
