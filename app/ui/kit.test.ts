import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)
const sources = readdirSync(folder)
  .filter(name => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
  .map(name => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

describe.each(sources)('$name', ({ text }) => {
  it('has no style attribute: the content security policy can refuse them all', () => {
    expect(text).not.toMatch(/\sstyle=|dangerouslySetInnerHTML/)
  })

  it('has no words of its own: they come from the screen, in its language', () => {
    expect(text).not.toMatch(/i18n|useTranslation/)
    const said = text.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*\p{L}[^"]*)"/gu)
    expect([...said].map(([, words]) => words)).toEqual([])
  })

  it('uses the palette: no colour is written in it', () => {
    expect(text).not.toMatch(/#[0-9a-f]{6}\b|\brgba?\(/i)
  })
})
