import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'

type TiedCase = {
  number: string
  title: string | null
  organisation: string | null
  reason: string | null
  tiedOn: string
}

/** The cases that work on a challenge; each is tied and untied from its own page. */
export function ChallengeCases({ cases, base }: { cases: readonly TiedCase[]; base: string }) {
  const { t } = useTranslation('territories')
  const dayWords = useDayWords()
  if (cases.length === 0) return <p className="text-ink-2">{t('tied.noCase')}</p>
  return (
    <ul className="divide-y divide-line">
      {cases.map(({ number, title, organisation, reason, tiedOn }) => (
        <li key={number} className="py-2">
          <Link to={`${base}/accompagnements/${number}/accueil#defis`} className="inline-flex min-h-11 items-center">
            {title ?? organisation ?? number}
          </Link>{' '}
          <span className="text-ink-2">{t('tied.since', { number, on: dayWords(tiedOn) })}</span>
          {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
        </li>
      ))}
    </ul>
  )
}
