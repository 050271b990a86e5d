import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type TimelineKind, timelineKinds } from '../timeline-kinds.ts'

/** One kind of things at a time, each with its address. */
export function TimelineKinds({ kind }: { kind: TimelineKind | null }) {
  const { t } = useTranslation('cases')
  const chip =
    'inline-flex min-h-11 items-center rounded-full border border-line px-3.5 py-1 text-[0.9375rem] leading-tight text-ink no-underline hover:bg-sunk aria-[current]:border-sea aria-[current]:bg-sea-tint aria-[current]:font-semibold aria-[current]:text-sea'
  return (
    <nav aria-label={t('timeline.kinds.label')} data-noprint="" className="mb-4">
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link to="?" preventScrollReset aria-current={kind ? undefined : 'page'} className={chip}>
            {t('timeline.kinds.all')}
          </Link>
        </li>
        {timelineKinds.map(name => (
          <li key={name}>
            <Link
              to={`?genre=${name}`}
              preventScrollReset
              aria-current={kind === name ? 'page' : undefined}
              className={chip}
            >
              {t(`timeline.kinds.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
