import { describe, expect, it } from 'vitest'
import { addressPatterns, lineBudget } from './strangers.ts'

const route = (path?: string) => ({ id: path ?? 'root', module: { default: () => null }, ...(path && { path }) })
const patternOf = addressPatterns({
  root: route(),
  case: route('o/:operator/accompagnements/:number/seances/:sessionId'),
  mission: route('consultant/:operator/missions/:engineeringId/seances/nouvelle'),
  link: route('r/:token'),
  feed: route('agenda/:token/sillage.ics'),
})

describe('the address of a refusal', () => {
  it.each([
    ['/o/dla-demo/accompagnements/2026-0012', '/o/:/accompagnements/:'],
    ['/o/dla-demo/accompagnements/2026-0012.data', '/o/:/accompagnements/:'],
    ['/consultant/dla-demo/missions/0198c2/seances/nouvelle', '/consultant/:/missions/:/seances/nouvelle'],
    ['/r/Zm9vYmFyc2VjcmV0', '/r/:'],
    ['/agenda/Zm9vYmFyc2VjcmV0/sillage.ics', '/agenda/:/sillage.ics'],
    ['/marie.dupont@example.org/06-12-34-56-78', '/:/:'],
    ['/o/%0A{"level":60}/constructor/__proto__', '/o/:/:/:'],
    ['/', '/'],
    [`/${'o/'.repeat(40)}`, `/${Array(12).fill('o').join('/')}/…`],
  ])('%s is written %s', (path, pattern) => {
    expect(patternOf(path)).toBe(pattern)
  })
})

describe('the lines about one person', () => {
  it('are counted, end with one that says so, and begin again in the next window', () => {
    let now = 0
    const budgetOf = lineBudget(() => now)
    const asked = (who: string, times: number) => Array.from({ length: times }, () => budgetOf(who))
    expect(asked('one', 23)).toEqual([...Array(20).fill('full'), 'last', 'none', 'none'])
    expect(budgetOf('another')).toBe('full')
    now = 10 * 60_000
    expect(budgetOf('one')).toBe('full')
  })

  it('are kept for so many people at most', () => {
    const budgetOf = lineBudget(() => 0)
    for (let use = 0; use < 25; use++) budgetOf('first')
    for (let who = 0; who < 10_000; who++) budgetOf(String(who))
    expect(budgetOf('first')).toBe('full')
  })
})
