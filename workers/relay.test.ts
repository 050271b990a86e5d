import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { repeated } from './relay.ts'

test('what is looked at every ten minutes is tried again soon when it failed, and rests once it is done', async () => {
  let tries = 0
  const errors: unknown[] = []
  const loop = repeated({ everyMs: 600_000, againMs: 10, onError: error => errors.push(error) }, () => {
    tries += 1
    return tries < 3 ? Promise.reject(new Error('no queue yet')) : Promise.resolve()
  })
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(3)
  await sleep(100)
  expect(tries).toBe(3)
  expect(errors).toHaveLength(2)
  await loop.stop()
})

test('what failed is not tried again once it was stopped', async () => {
  let tries = 0
  const loop = repeated({ everyMs: 600_000, againMs: 10, onError: () => {} }, () => {
    tries += 1
    return Promise.reject(new Error('no queue'))
  })
  await loop.stop()
  const before = tries
  await sleep(100)
  expect(tries).toBe(before)
})
