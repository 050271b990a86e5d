import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { catalogues } from '../catalogue.ts'
import { locales } from '../words.ts'
import browser from './i18next.ts'

/** Namespaces that no page sends: what they hold is only said by the server. */
const serverOnly = ['failures']

const leaves = (node: object, path = ''): [key: string, sentence: string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  )

/** A number for what is formatted as one, a word for the rest. */
function paramsOf(sentence: string, count: number) {
  const names = [...sentence.matchAll(/\{\{\s*(\w+)(,\s*number)?/g)]
  const values = names.map(([, name, isNumber]) => [name, isNumber ? 1234.5 : `<${name}>`])
  return { ...Object.fromEntries(values), count }
}

describe('the words of the browser', () => {
  for (const locale of locales) {
    const bundles = Object.entries(catalogues[locale]).filter(([namespace]) => !serverOnly.includes(namespace))
    const options = {
      lng: locale,
      fallbackLng: false as const,
      defaultNS: 'common',
      resources: {},
      initAsync: false,
      interpolation: { escapeValue: false },
    }

    it(`are those of i18next, sentence by sentence, in ${locale}`, () => {
      const theirs = i18next.createInstance()
      theirs.init(options)
      const ours = browser.createInstance()
      ours.init({ ...options, missingKeyHandler: (_languages, namespace, key) => expect.fail(`${namespace}:${key}`) })
      for (const [namespace, sentences] of bundles) {
        theirs.addResourceBundle(locale, namespace, sentences)
        ours.addResourceBundle(locale, namespace, sentences)
      }
      const theirT: (key: string, params: object) => string = theirs.t.bind(theirs) as never
      const ourT = ours.getFixedT(locale, 'common')
      let compared = 0
      for (const [namespace, sentences] of bundles)
        for (const [path, sentence] of leaves(sentences))
          for (const count of [0, 1, 2, 21]) {
            const key = `${namespace}:${path.replace(/_(zero|one|other)$/, '')}`
            const params = paramsOf(sentence, count)
            expect(ourT(key, params), key).toBe(theirT(key, params))
            compared += 1
          }
      expect(compared).toBeGreaterThan(1000)
    })

    it(`hold no sentence that only the server can finish, in ${locale}`, () => {
      expect(
        bundles.flatMap(([, sentences]) => leaves(sentences)).filter(([, sentence]) => /\$t\(/.test(sentence)),
      ).toEqual([])
    })
  }

  it('give a whole list of words, and the first of several keys that has a sentence, as i18next does', () => {
    const sentences = { next: { write: 'Écrire', act: 'Action : {{detail}}' }, other: 'Mis à jour' }
    const theirs = i18next.createInstance()
    theirs.init({ lng: 'fr', defaultNS: 'cases', resources: { fr: { cases: sentences } }, initAsync: false })
    const ours = browser.createInstance()
    ours.init({ lng: 'fr', defaultNS: 'cases', missingKeyHandler: (_l, _n, key) => expect.fail(key) })
    ours.addResourceBundle('fr', 'cases', sentences)
    const theirT: (keys: string | string[], params?: object) => unknown = theirs.t.bind(theirs) as never
    const ourT = ours.getFixedT('fr', 'cases')
    for (const [keys, params] of [
      ['next', { returnObjects: true, detail: 'relire' }],
      ['cases:next', { returnObjects: true, detail: 'relire' }],
      [['cases:gone', 'cases:other'], {}],
    ] as const)
      expect(ourT(keys, params)).toEqual(theirT(typeof keys === 'string' ? keys : [...keys], params))
    expect(['cases:next.write', 'cases:gone', 'gone:next'].map(key => ours.exists(key))).toEqual([true, false, false])
  })

  it('say which sentence a page did not send', () => {
    const missing: string[] = []
    const words = browser.createInstance()
    words.init({
      lng: 'fr',
      defaultNS: 'common',
      missingKeyHandler: (_l, namespace, key) => missing.push(`${namespace}:${key}`),
    })
    words.addResourceBundle('fr', 'common', { save: 'Enregistrer' })
    const t = words.getFixedT('fr', ['common', 'shell'])
    expect([t('save'), t('gone'), t('shell:nav.today')]).toEqual(['Enregistrer', 'gone', 'nav.today'])
    expect(missing).toEqual(['common:gone', 'shell:nav.today'])
  })
})
