import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'

const palette = new Map<string, Record<Theme, string>>()
for (const [, name, value] of css.slice(css.indexOf('@theme')).matchAll(/--color-([a-z0-9-]+): (#[0-9a-f]{6});/g)) {
  if (!name || !value) continue
  // The first is the light one, the second the dark one; what follows is for paper.
  const known = palette.get(name)
  if (!known) palette.set(name, { light: value, dark: '' })
  else if (!known.dark) known.dark = value
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(front: string, back: string, theme: Theme): number {
  const [a, b] = [front, back].map(name => {
    const pair = palette.get(name)
    if (!pair?.[theme]) throw new Error(`no colour named ${name}`)
    return luminance(pair[theme])
  })
  const [high, low] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)]
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunk']
const tints = ['sea-tint', 'amber-tint', 'moss-tint', 'brick-tint', 'plum-tint']

/** Words: WCAG 1.4.3 asks 4.5. */
const words: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'sea', 'sea-deep', 'amber', 'moss', 'brick', 'plum'].flatMap(front =>
    grounds.map((back): [string, string] => [front, back]),
  ),
  ...['ink', 'ink-2', 'sea'].flatMap(front => tints.map((back): [string, string] => [front, back])),
  ...['sea', 'amber', 'moss', 'brick', 'plum'].map((tone): [string, string] => [tone, `${tone}-tint`]),
  ['sea-ink', 'sea'],
  ['sea-ink', 'sea-deep'],
]

/** Borders of controls, bars of charts, focus ring: WCAG 1.4.11 asks 3. */
const shapes: [string, string][] = ['line-strong', 'sea-line', 'sea'].flatMap(front =>
  ['paper', 'surface'].map((back): [string, string] => [front, back]),
)

describe.each<Theme>(['light', 'dark'])('the %s palette', theme => {
  it.each(words)('lets %s be read on %s', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('lets the shape %s be seen on %s', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3)
  })
})

describe('the grounds that screens name', () => {
  const used = globSync('app/**/*.tsx').flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\bbg-([a-z][a-z0-9-]*)/g)].flatMap(([, name]) => name ?? []),
  )

  it('are all of the palette: another is no colour at all', () => {
    expect(used.length).toBeGreaterThan(50)
    expect([...new Set(used)].filter(name => name !== 'transparent' && !palette.has(name))).toEqual([])
  })

  it('keep white white in the dark, or no phone reads a code and no signature is seen', () => {
    expect(palette.get('white')).toEqual({ light: '#ffffff', dark: '' })
  })
})
