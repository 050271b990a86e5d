/** The sections of each legal page, in order; those of `yours` only for who reaches an operator. */
export const privacySections = [
  'who',
  'whoYours',
  'what',
  'notThis',
  'whoSees',
  'howLong',
  'cookies',
  'rights',
  'security',
] as const
export const noticeSections = ['publisher', 'publisherYours', 'host', 'product', 'content'] as const
export const accessibilitySections = ['state', 'done', 'known', 'contact', 'recourse'] as const

/** The day on which somebody last read these pages again from beginning to end. */
export const lastReadOn = '2026-11-22'

export type Block = { kind: 'paragraph'; text: string } | { kind: 'list'; lines: string[] }

/** Paragraphs and lists of a text whose lists are lines that begin with « - ». */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  for (const line of body.split('\n')) {
    const last = blocks.at(-1)
    if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.lines.push(line.slice(2))
    else blocks.push({ kind: 'list', lines: [line.slice(2)] })
  }
  return blocks
}
