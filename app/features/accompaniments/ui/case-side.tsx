import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatShare } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Card } from '#app/ui/card.tsx'
import { hasLeftPath } from '../wake-of.ts'
import type { CaseShown } from './case-shown.ts'
import { useDayWords } from './case-words.ts'

/** Beside every tab: what will be compared at the follow-ups, the needs, and who pays. */
export function CaseSide({ page }: { page: CaseShown }) {
  const { t } = useTranslation('cases')
  const { needs, agreements, base } = page
  // A training or a project has no diagnostic: nothing is to be taken there, nor to be compared with it.
  const hasDiagnostic = page.tabs.some(tab => 'page' in tab && tab.page === 'diagnostic')
  return (
    <>
      {hasLeftPath(page.state) || !(hasDiagnostic || page.photo) ? null : <TrackedCard page={page} />}
      {page.blockers.length > 0 ? (
        <Card title={t('case.blockers')} level={2}>
          <ul className="list-disc space-y-1.5 pl-5">
            {page.blockers.map((blocker, index) => (
              <li key={`${String(index)} ${blocker}`}>{blocker}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      {hasDiagnostic || needs.length > 0 ? (
        <Card title={t('case.needs')} level={2}>
          {needs.length > 0 ? (
            <ol className="space-y-1.5">
              {needs.map(({ id, title }, index) => (
                <li key={id} className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
                  <span className="font-semibold" aria-hidden="true">
                    {index + 1}
                  </span>
                  {title}
                </li>
              ))}
            </ol>
          ) : (
            <p className="text-ink-2">{t('case.noNeeds')}</p>
          )}
          <p className="mt-2">
            <Link to={`${base}/secondes-lectures`} className="inline-block py-1.5">
              {t('case.secondReading')}
            </Link>
          </p>
        </Card>
      ) : null}
      <TypologyCard page={page} />
      <Card title={t('case.funding')} level={2}>
        {agreements.length > 0 ? (
          <ul className="space-y-1.5">
            {agreements.map(({ id, code, funder }) => (
              <li key={id}>
                {funder} <span className="text-ink-2">({code})</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-2">{t('case.noFunding')}</p>
        )}
        <p className="mt-2">
          <Link to={`${base}/accueil#conventions`} className="inline-block py-1.5">
            {t('case.chooseFunding')}
          </Link>
        </p>
        <p>
          <Link to={`${base}/benevolat`} className="inline-block py-1.5">
            {t('case.volunteering')}
          </Link>
        </p>
        <p>
          <Link to={`${base}/impact`} className="inline-block py-1.5">
            {t('case.impact')}
          </Link>
        </p>
      </Card>
    </>
  )
}

/** What kind of accompaniment it is, in a few words. */
function TypologyCard({ page: { typology, base } }: { page: CaseShown }) {
  const { t } = useTranslation('typology')
  const words: Record<string, Record<string, string>> = t('values', { returnObjects: true })
  const labels: Record<string, string> = t('fields', { returnObjects: true })
  const rows = Object.entries(typology).flatMap(([field, value]) => {
    const codes = Array.isArray(value) ? value : value ? [value] : []
    const said = codes.map(code => words[field]?.[code] ?? code).join(', ')
    return said ? [{ field, said }] : []
  })
  return (
    <Card title={t('title')} level={2}>
      {rows.length > 0 ? (
        <dl className="space-y-2">
          {rows.map(({ field, said }) => (
            <div key={field}>
              <dt className="text-sm text-ink-2">{labels[field]}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
      <p className="mt-2">
        <Link to={`${base}/typologie`} className="inline-block py-1.5">
          {t('edit')}
        </Link>
      </p>
    </Card>
  )
}

type Measured = {
  headcount: number | null
  permanent: number | null
  funderCount: number | null
  strategy: number | null
}

/** T0 beside T3: the same questions, months apart. */
function TrackedCard({ page: { photo, followUps } }: { page: CaseShown }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const dayWords = useDayWords()
  const last = followUps.find(({ wave }) => wave === 'T3')
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : formatNumber(value, locale)
  const share = (of: Measured | null | undefined) =>
    of?.headcount && of.permanent !== null ? formatShare(of.permanent / of.headcount, locale) : '—'
  const outOfFour = (value: number | null | undefined) => (value === null || value === undefined ? '—' : `${value}/4`)
  const rows = [
    { label: t('case.headcount'), at: number(photo?.headcount), after: number(last?.headcount) },
    { label: t('case.permanentShare'), at: share(photo), after: share(last) },
    { label: t('case.funders'), at: number(photo?.funderCount), after: number(last?.funderCount) },
    { label: t('case.strategy'), at: outOfFour(photo?.strategy), after: outOfFour(last?.strategy) },
  ]
  return (
    <Card title={t('case.tracked')} level={2}>
      <table className="w-full">
        <caption className="sr-only">{t('case.tracked')}</caption>
        <thead>
          <tr className="text-left text-sm text-ink-2">
            <th scope="col" className="pb-1 font-normal">
              {t('case.indicator')}
            </th>
            <th scope="col" className="pb-1 pl-3 text-right font-normal">
              T0
            </th>
            <th scope="col" className="pb-1 pl-3 text-right font-normal">
              T3
              {last && !last.answeredOn && last.plannedOn ? (
                <span className="block text-plum">{dayWords(last.plannedOn, 'month')}</span>
              ) : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, at, after }) => (
            <tr key={label}>
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="py-1 pl-3 text-right font-semibold">{at}</td>
              <td className="py-1 pl-3 text-right">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {photo ? null : <p className="mt-2 text-sm text-ink-2">{t('case.noPhoto')}</p>}
    </Card>
  )
}
