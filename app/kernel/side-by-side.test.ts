import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

it('answers all in their order, or fails once the slowest has ended', async () => {
  const ended: string[] = []
  const slow = async (name: string) => {
    await nextTurn()
    await nextTurn()
    ended.push(name)
    return name
  }
  expect(await sideBySide([slow('a'), Promise.resolve('b')])).toEqual(['a', 'b'])
  await expect(sideBySide([Promise.reject(new Error('at once')), slow('last')])).rejects.toThrow('at once')
  expect(ended).toEqual(['a', 'last'])
})
