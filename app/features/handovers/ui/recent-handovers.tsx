import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type RecentHandoversProps = {
  handovers: readonly { id: string; from: string; to: string; givenOn: string; isUndone: boolean }[]
  base: string
}

/** What passed from one member to another of late: the way to take it back. */
export function RecentHandovers({ handovers, base }: RecentHandoversProps) {
  const { t } = useTranslation('handovers')
  const locale = useLocale()
  if (handovers.length === 0) return null
  return (
    <Section title={t('recent')}>
      <ul className="divide-y divide-line border-y border-line">
        {handovers.map(({ id, from, to, givenOn, isUndone }) => {
          const on = day(givenOn)
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <Link to={`${base}/equipe/passations/${id}`} className="inline-flex min-h-11 items-center">
                {t('title', { from, to })}
              </Link>
              <span className="text-ink-2">{on ? t('on', { on: formatDay(on, locale) }) : null}</span>
              {isUndone ? <StatusTag>{t('undoneTag')}</StatusTag> : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
