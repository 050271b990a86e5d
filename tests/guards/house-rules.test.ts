import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = globSync('{app,db,workers,tests}/**/*.{ts,tsx}').map(file => ({
  file,
  text: readFileSync(file, 'utf8'),
}))
const self = 'tests/guards/house-rules.test.ts'

/** STYLE.md, "Budgets": the most lines that a file may have. Data (messages, seeds) and tests have no budget. */
const budgets: [files: RegExp, lines: number][] = [
  [/^workers\/handlers\//, 60],
  [/^app\/routes\//, 200],
  [/^(app|db|workers)\/(?!i18n\/(fr|en)\/)/, 400],
]
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('tests/')

const forbidden: [rule: string, pattern: RegExp][] = [
  ['module mocks', /\bvi\.(mock|doMock)\(/],
  ['tests that are skipped or run alone', /\b(it|test|describe)\.(skip|todo|only|skipIf|runIf)\b/],
  ['retries', /\bretry: *[1-9]/],
  ['notes to self', /\b(TODO|FIXME|XXX)\b/],
  ['the compiler told to look away', /@ts-(ignore|nocheck|expect-error)/],
  ['a random or real clock in fake hands', /\bvi\.useFakeTimers\(/],
]

describe('the house', () => {
  it.each(budgets)('keeps %s within %i lines', (files, lines) => {
    const tooLong = sources
      .filter(({ file }) => files.test(file) && !isTest(file))
      .map(({ file, text }) => `${file} ${text.split('\n').length - 1}`)
      .filter(line => Number(line.split(' ')[1]) > lines)
    expect(tooLong).toEqual([])
  })

  it.each(forbidden)('has no %s', (_rule, pattern) => {
    expect(sources.filter(({ file, text }) => file !== self && pattern.test(text)).map(({ file }) => file)).toEqual([])
  })
})
