import { Pagination } from '#app/ui/pagination.tsx'

export type ListPagesProps = {
  /** The address as it is: filters stay from one page to the next. */
  search: URLSearchParams
  page: number
  perPage: number
  total: number
  words: {
    label: string
    previous: string
    next: string
    summary: (range: { from: number; to: number; total: number }) => string
  }
}

/** The way through a list whose page is a parameter of its address, `page`. */
export function ListPages({ search, page, perPage, total, words }: ListPagesProps) {
  const to = (number: number) => {
    const next = new URLSearchParams(search)
    if (number > 1) next.set('page', String(number))
    else next.delete('page')
    return `?${next}`
  }
  const last = Math.min(page * perPage, total)
  return (
    <Pagination
      label={words.label}
      {...(page > 1 && { previous: { to: to(page - 1), label: words.previous } })}
      {...(last < total && { next: { to: to(page + 1), label: words.next } })}
      summary={words.summary({ from: (page - 1) * perPage + 1, to: last, total })}
    />
  )
}
