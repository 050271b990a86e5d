import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { CaseShare } from '../share.ts'
import { shareTones } from './share-tones.ts'

/** What other operators lead, and this case takes part in; nothing when there is none. */
export function SharesOfCase({ operator, shares }: { operator: string; shares: readonly CaseShare[] }) {
  const { t } = useTranslation('shares')
  if (shares.length === 0) return null
  return (
    <Section title={t('onCase')} note={t('onCaseHelp')}>
      <ul className="divide-y divide-line">
        {shares.map(({ id, title, lead, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link to={`/o/${operator}/collectifs/partages#${id}`} className="py-1.5">
              {title ?? t('untitled')}
            </Link>
            <span className="text-ink-2">{t('ledBy', { lead })}</span>
            <StatusTag tone={shareTones[state]}>{t(`states.${state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  )
}
