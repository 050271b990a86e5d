import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Missing } from '../mission-state.ts'

/** What the consultant still has to write, each leading to where it is written. */
export function MissionMissing({ missing, base, locale }: { missing: Missing[]; base: string; locale: Locale }) {
  const { t } = useTranslation('missions')
  if (missing.length === 0) return null
  return (
    <ul aria-label={t('toDo')} className="my-1.5">
      {missing.map(one => (
        <li key={'sessionId' in one ? `${one.what} ${one.sessionId}` : one.what}>
          <Link
            to={`${base}/${addressOf(one)}`}
            className="inline-flex min-h-11 items-center gap-2 py-1 leading-snug font-semibold text-amber hover:text-amber"
          >
            <Icon of={TriangleAlert} />
            {'on' in one ? t(`missing.${one.what}`, { day: formatDay(one.on, locale) }) : t(`missing.${one.what}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function addressOf(one: Missing): string {
  if (one.what === 'confirm') return `seances/${one.sessionId}?statut=held`
  return 'sessionId' in one ? `seances/${one.sessionId}` : 'seances/nouvelle?statut=planned'
}
