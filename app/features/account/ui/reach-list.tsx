import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { spaceAddress } from '#app/features/sign-in/spaces.ts'

type Reach = {
  operatorSlug: string
  operatorName: string
  kind: 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network'
}

/** The operators that she reaches, and as what. */
export function ReachList({ reach }: { reach: readonly Reach[] }) {
  const { t } = useTranslation('account')
  if (reach.length === 0) return <p className="text-ink-2">{t('reach.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {reach.map(row => (
        <li key={`${row.operatorSlug} ${row.kind}`} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <Link to={spaceAddress(row)} className="inline-block py-1 font-semibold">
            {row.operatorName}
          </Link>
          <span className="text-ink-2">{t(`reach.kinds.${row.kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}
