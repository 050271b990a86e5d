import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Reach = {
  operatorSlug: string
  operatorName: string
  kind: 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network'
}

const placeOf = ({ operatorSlug, kind }: Reach): string => {
  switch (kind) {
    case 'consultant':
      return '/consultant'
    case 'funder':
      return '/financeur'
    case 'network':
      return '/reseau'
    default:
      return `/o/${operatorSlug}/aujourdhui`
  }
}

/** The operators that she reaches, and as what. */
export function ReachList({ reach }: { reach: readonly Reach[] }) {
  const { t } = useTranslation('account')
  if (reach.length === 0) return <p className="text-ink-2">{t('reach.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {reach.map(row => (
        <li key={`${row.operatorSlug} ${row.kind}`} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <Link to={placeOf(row)} className="inline-block py-1 font-semibold">
            {row.operatorName}
          </Link>
          <span className="text-ink-2">{t(`reach.kinds.${row.kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}
