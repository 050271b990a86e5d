import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export type CaseOfOrganisation = {
  number: string
  programme: string
  state: { fr: string; en: string }
  requestedOn: string | null
  practitioner: string | null
}

export function OrganisationCases({ cases, base }: { cases: readonly CaseOfOrganisation[]; base: string }) {
  const { t } = useTranslation('organisations')
  return (
    <Section title={t('page.cases')}>
      {cases.length === 0 ? <p className="text-ink-2">{t('page.noCases')}</p> : <CaseLines cases={cases} base={base} />}
    </Section>
  )
}

/** An organisation's cases, one line each. */
export function CaseLines({ cases, base }: { cases: readonly CaseOfOrganisation[]; base: string }) {
  const { t } = useTranslation('organisations')
  const locale = useLocale()
  const dayWords = useDayWords()
  return (
    <ul className="divide-y divide-line">
      {cases.map(({ number, programme, state, requestedOn, practitioner }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <Link to={`${base}/accompagnements/${number}`} className="inline-block py-0.5 font-semibold">
            {number}
          </Link>
          <span>{programme}</span>
          <StatusTag>{state[locale]}</StatusTag>
          <span className="text-ink-2">
            {[requestedOn && t('page.requested', { on: dayWords(requestedOn) }), practitioner]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
