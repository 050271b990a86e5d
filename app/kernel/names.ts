/** What two spellings of one name have in common: `  Cabinet  UN ` and `cabinet un` match, `Cabinet Deux` does not. */
export function normaliseName(raw: string): string {
  return raw.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
