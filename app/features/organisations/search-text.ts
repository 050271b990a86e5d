/** Lower case, without accents, punctuation as spaces: « Étoile » and « etoile » match. */
export function foldForSearch(raw: string): string {
  return raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What `organisations.search_text` holds. Every writer of an organisation computes it again. */
export function searchTextOf(organisation: { name: string; siret: string | null; rna: string | null }): string {
  return [foldForSearch(organisation.name), organisation.siret, organisation.rna?.toLowerCase()]
    .filter(Boolean)
    .join(' ')
}
