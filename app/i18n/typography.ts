/**
 * French spacing, put by the product so that nobody has to type it: a narrow no-break space before ; ! ? % €, a no-break
 * space before : and inside « », and between a figure and its unit (Imprimerie nationale, *Lexique*).
 */
export function frenchSpacing(sentence: string): string {
  return sentence
    .replace(/[ \u00a0\u202f]+([;!?])/g, '\u202f$1')
    .replace(/(\d|\}\}) +([%€])/g, '$1\u202f$2')
    .replace(/[ \u202f]+:(?!\w)/g, '\u00a0:')
    .replace(/«[ \u202f]+/g, '«\u00a0')
    .replace(/[ \u202f]+»/g, '\u00a0»')
}

/** The same, for every sentence of a catalogue. */
export function withFrenchSpacing<T extends object>(catalogue: T): T {
  const entries = Object.entries(catalogue).map(([key, value]) => [
    key,
    typeof value === 'string' ? frenchSpacing(value) : withFrenchSpacing(value),
  ])
  return Object.fromEntries(entries)
}
