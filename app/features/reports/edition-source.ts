import type { EditionContent, FrozenFigure, FrozenStory, FrozenTarget } from './edition-content.ts'

/** What can be asked about: one figure, with its theme and its target, or one quotation. */
export type EditionSource =
  | { kind: 'figure'; figure: FrozenFigure; chapter: string; target: FrozenTarget | null }
  | { kind: 'story'; story: FrozenStory; rank: number }

/** The name of a quotation in addresses: `citation-1` is the first. Its rank is frozen with the edition. */
export const storyKey = (index: number) => `citation-${index + 1}`

/** What a figure's code or a quotation's key names in this edition; null when it has no such thing. */
export function editionSource(content: EditionContent, about: string): EditionSource | null {
  for (const { title, figures } of content.chapters) {
    const figure = figures.find(({ code }) => code === about)
    if (figure)
      return { kind: 'figure', figure, chapter: title, target: content.targets.find(row => row.code === about) ?? null }
  }
  const rank = content.stories.findIndex((_story, index) => storyKey(index) === about)
  const story = content.stories[rank]
  return story ? { kind: 'story', story, rank: rank + 1 } : null
}

/** A figure's label, a quotation's first words: how a question names what it is about. */
export function sourceLabel(content: EditionContent, about: string): string {
  const source = editionSource(content, about)
  if (!source) return about
  if (source.kind === 'figure') return source.figure.label
  const { body } = source.story
  const points = [...body.replaceAll(/\s+/g, ' ')]
  return points.length > 60 ? `${points.slice(0, 59).join('').trimEnd()}…` : points.join('')
}
