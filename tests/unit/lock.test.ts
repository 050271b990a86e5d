import { expect, it } from 'vitest'
import { absentPackages, readLock } from '#tests/harness/lock.ts'

it('the lock holds every package that npm ci looks for, those of other systems too (npm run lock)', () => {
  expect(absentPackages(readLock()).map(({ name }) => name)).toEqual([])
})
