import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues } from '#app/i18n/catalogue.ts'
import { ISSUE_KEYS } from '#app/kernel/issue.ts'

const leaves = (node: object, path = ''): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') found.set(`${path}${key}`, value)
    else for (const [inner, sentence] of leaves(value, `${path}${key}.`)) found.set(inner, sentence)
  }
  return found
}
const placeholders = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort()
const sources = globSync('{app,workers,db}/**/*.{ts,tsx}').map(file => ({ file, text: readFileSync(file, 'utf8') }))

describe('the two catalogues', () => {
  const fr = leaves(catalogues.fr)
  const en = leaves(catalogues.en)

  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort())
  })

  it('have no empty sentence', () => {
    expect([...fr, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  it('name the same values in both languages', () => {
    const differing = [...fr].filter(
      ([key, sentence]) => placeholders(sentence).join() !== placeholders(en.get(key) ?? '').join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('write French as it is printed', () => {
    const wrong = [...fr].filter(([, sentence]) =>
      /'|"|\.\.\.|[^\s\u00a0\u202f][;!?»]| [;:!?»]|« /.test(
        sentence.replaceAll(/\{\{[^}]*\}\}/g, 'x').replaceAll(/https?:\S+|&\w+;/g, ''),
      ),
    )
    expect(wrong.map(([key, sentence]) => `${key} : ${sentence}`)).toEqual([])
  })
})

describe('every refusal', () => {
  it('of a field has its sentence', () => {
    const known = new Set(Object.keys(catalogues.fr.input).map(key => `input.${key}`))
    expect(ISSUE_KEYS.filter(key => !known.has(key))).toEqual([])
  })

  it('of a use case has its sentence', () => {
    const tags = sources
      .filter(({ file }) => file.startsWith('app/') && !file.includes('.test.'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/\bfail\(\s*'([a-z0-9-]+)'/g)].map(match => ({ file, tag: match[1] ?? '' })),
      )
    expect(tags.filter(({ tag }) => !Object.hasOwn(catalogues.fr.failures, tag))).toEqual([])
  })

  it('that has a sentence is still made somewhere', () => {
    const text = sources.map(source => source.text).join('\n')
    expect(
      Object.keys(catalogues.fr.failures).filter(
        tag => !new RegExp(`['"\`]${tag}['"\`]`).test(text.replaceAll(/'[a-z0-9-]+':/g, '')),
      ),
    ).toEqual([])
  })
})
