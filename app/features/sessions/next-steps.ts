/** What was decided to do next, one step per line; the dashes and numbers of a list are not part of it. */
export function stepsOf(text: string | null): string[] {
  const lines = (text ?? '').split('\n').map(line => line.replace(/^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/, '').trim())
  return [...new Set(lines.filter(Boolean))]
}
