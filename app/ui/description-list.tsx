import type { ReactNode } from 'react'

export type DescriptionItem = { term: string; detail: ReactNode }

export type DescriptionListProps = { items: readonly DescriptionItem[] }

/** Facts about one thing: the term, then what it is. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <div className="@container">
      <dl className="divide-y divide-line">
        {items.map(({ term, detail }) => (
          <div
            key={term}
            className="grid gap-x-5 py-2 @min-[15rem]:grid-cols-[minmax(6rem,1fr)_minmax(0,1.6fr)] @md:grid-cols-[minmax(8rem,1fr)_minmax(0,2.5fr)]"
          >
            <dt className="text-ink-2">{term}</dt>
            <dd className="min-w-0">{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
