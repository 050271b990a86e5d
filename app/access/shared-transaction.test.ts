import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { SharedByKey, SharedTransactions } from './shared-transaction.ts'

/** A store that keeps what a transaction wrote only when all of it was done; `began` counts the transactions. */
function aStore() {
  const kept: string[] = []
  let began = 0
  const shared = new SharedTransactions<string[]>(async fn => {
    began += 1
    await nextTurn()
    const written: string[] = []
    const value = await fn(written)
    await nextTurn()
    kept.push(...written)
    return value
  })
  const write = (word: string) =>
    shared.add(word, async written => {
      await nextTurn()
      if (word === 'impossible') throw new Error(word)
      written.push(word)
      return word.length
    })
  return { kept, write, began: () => began }
}

describe('transactions that steps share', () => {
  it('answer each step what it found, once it is kept', async () => {
    const { kept, write } = aStore()
    const lengths = await Promise.all(['a', 'bc', 'def'].map(write))
    expect(lengths).toEqual([1, 2, 3])
    expect([...kept].sort()).toEqual(['a', 'bc', 'def'])
  })

  it('are few when many ask at once, and one when one asks', async () => {
    const { write, began, kept } = aStore()
    await write('a')
    expect(began()).toBe(1)
    await Promise.all(Array.from({ length: 100 }, (_, index) => write(String(index))))
    expect(kept).toHaveLength(101)
    expect(began()).toBeLessThanOrEqual(8)
  })

  it('run what is about one thing one after the other, never side by side', async () => {
    let running = 0
    let most = 0
    const shared = new SharedTransactions<null>(fn => fn(null))
    const step = (about: string) =>
      shared.add(about, async () => {
        running += about === 'same' ? 1 : 0
        most = Math.max(most, running)
        await nextTurn()
        running -= about === 'same' ? 1 : 0
        return about
      })
    const asked = ['same', 'other', 'same', 'another', 'same', 'same']
    expect(await Promise.all(asked.map(step))).toEqual(asked)
    expect(most).toBe(1)
  })

  it('let one that cannot be done fail alone, and keep every other once', async () => {
    const { kept, write } = aStore()
    const ends = await Promise.allSettled(['a', 'impossible', 'b', 'c'].map(write))
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect([...kept].sort()).toEqual(['a', 'b', 'c'])
  })

  it('are of one key alone, and begin anew once nobody waits', async () => {
    const byKey = new SharedByKey<string>()
    const run =
      (name: string) =>
      <T>(fn: (ctx: string) => Promise<T>) =>
        fn(name)
    const said = (key: string, name: string) => byKey.add(key, run(name), name, ctx => Promise.resolve(ctx))
    expect(await Promise.all([said('a', 'one'), said('b', 'two')])).toEqual(['one', 'two'])
    await nextTurn()
    expect(byKey.size).toBe(0)
    expect(await said('a', 'three')).toBe('three')
  })
})
