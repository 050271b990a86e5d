import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { formatDays } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { CommitteeOpinion } from '../committee.ts'

type Meeting = {
  committeeId: string
  heldOn: string
  opinion: CommitteeOpinion | null
  advisedQuarters: number | null
}

/** The committees of a case, with what each said; and the way to the others. */
export function CaseMeetings({ meetings, base }: { meetings: readonly Meeting[]; base: string }) {
  const { t } = useTranslation(['committees', 'choices'])
  const locale = useLocale()
  const dayWords = useDayWords()
  return (
    <ul className="mb-5 space-y-1">
      {meetings.map(({ committeeId, heldOn, opinion, advisedQuarters }) => (
        <li key={committeeId}>
          <Link to={`${base}/comites/${committeeId}`} className="inline-block py-0.5">
            {t('committees:on', { on: dayWords(heldOn) })}
          </Link>
          {opinion ? ` · ${t(`choices:opinion.${opinion}`)}` : null}
          {advisedQuarters === null
            ? null
            : ` · ${t('committees:advisedDays', { days: formatDays(advisedQuarters / 4, locale) })}`}
        </li>
      ))}
      <li>
        <Link to={`${base}/comites`} className="inline-block py-0.5">
          {t('committees:toAgendas')}
        </Link>
      </li>
    </ul>
  )
}
