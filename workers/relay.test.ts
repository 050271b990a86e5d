import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeated } from './relay.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is looked at every ten minutes is tried again within seconds when it failed, and rests once it is done', async () => {
  let tries = 0
  const errors: unknown[] = []
  const loop = repeated({ everyMs: 600_000, onError: error => errors.push(error) }, () => {
    tries += 1
    return tries < 3 ? Promise.reject(new Error('no queue yet')) : Promise.resolve()
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tries).toBe(3)
  expect(errors).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(tries).toBe(4)
  await loop.stop()
  await vi.advanceTimersByTimeAsync(1_200_000)
  expect(tries).toBe(4)
})

test('what failed is not tried again once it was stopped', async () => {
  let tries = 0
  const loop = repeated({ everyMs: 600_000, onError: () => {} }, () => {
    tries += 1
    return Promise.reject(new Error('no queue'))
  })
  await vi.advanceTimersByTimeAsync(0)
  await loop.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tries).toBe(1)
})
