/** The wake that a boat leaves, seen from above: two lines that open, and what remains between them. */
function BrandMark({ className = 'h-6 w-7' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 26" fill="none" aria-hidden="true" focusable="false">
      <path d="M16 9c-2 6-5 10-9 13h18c-4-3-7-7-9-13Z" className="fill-sea-tint" />
      <path
        d="M2 20c6-1.4 10.500-6.500 14-16.500C19.500 13.500 24 18.600 30 20"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M9 24c3.200-1.300 5.500-4.600 7-9.500 1.500 4.900 3.800 8.200 7 9.500"
        className="stroke-sea"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** The mark and the name together. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-2xl font-semibold leading-none text-ink">
      <BrandMark />
      {name}
    </span>
  )
}
