/** What an event keeps of an edit: the value before and after, by field. */
export type Changes = Record<string, [before: unknown, after: unknown]>

const known = (value: unknown) => (value === undefined || value === '' ? null : value)

/** The fields of `after` that differ from `before`; nothing, '' and null are the same absence. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Changes {
  const changes: Changes = {}
  for (const [field, value] of Object.entries(after)) {
    const [was, is] = [known(before[field]), known(value)]
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[field] = [was, is]
  }
  return changes
}

/** Values as a form writes them: what the one who lost the race is shown beside her own text. */
export function asTexts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, asText(value)]))
}

export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return String(value).replace('.', ',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
