export type TextPart = { text: string; address: string | null }

/** A text cut at its web addresses, so that they can be followed; nothing else of it is anything but text. */
export function textWithLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), address: null })
    parts.push({ text: found[0], address: found[0] })
    end = found.index + found[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), address: null })
  return parts
}
