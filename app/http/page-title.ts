/** The `meta` of a route whose loader gives its title: « Équipe · Sillage ». */
export const titled = ({ data }: { data?: unknown }) => [{ title: titleOf(data) }]

function titleOf(data: unknown): string {
  const title = typeof data === 'object' && data !== null && 'title' in data ? data.title : null
  return typeof title === 'string' ? `${title} · Sillage` : 'Sillage'
}
