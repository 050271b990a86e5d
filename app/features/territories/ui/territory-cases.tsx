import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { KeyFigures } from '#app/ui/key-figures.tsx'
import { Section } from '#app/ui/section.tsx'

type Label = { fr: string; en: string }
export type TerritoryCasesShown = {
  /** The address of the operator. */
  base: string
  territory: { id: string }
  cases: number
  jobs: number
  missing: number
  organisations: readonly { id: string; name: string; commune: string | null; cases: number; jobs: number | null }[]
  programmes: readonly {
    code: string
    label: Label
    cases: number
    organisations: number
    states: readonly { code: string; label: Label; count: number }[]
  }[]
}

/** Every programme's cases of a territory, in figures that each lead to their list. */
export function TerritoryCases({ page }: { page: TerritoryCasesShown }) {
  const { t } = useTranslation('territories')
  const locale = useLocale()
  const list = (search: Record<string, string> = {}) =>
    `${page.base}/accompagnements?${new URLSearchParams({ ...search, territoire: page.territory.id })}`
  const number = (value: number) => formatNumber(value, locale)
  if (page.cases === 0)
    return (
      <Section title={t('cases')} id="dossiers">
        <EmptyState title={t('noCaseTitle')} level={3}>
          {t('noCaseHelp')}
        </EmptyState>
      </Section>
    )
  return (
    <>
      <Section title={t('cases')} note={t('casesHelp')} id="dossiers">
        <KeyFigures
          figures={[
            { label: t('figures.cases'), value: number(page.cases), to: list() },
            { label: t('figures.organisations'), value: number(page.organisations.length), to: '#structures' },
            {
              label: t('figures.jobs'),
              value: number(page.jobs),
              detail: page.missing > 0 ? t('figures.missing', { count: page.missing }) : null,
              to: '#structures',
            },
          ]}
        />
        <div className="mt-6">
          <DataTable
            caption={t('byProgramme')}
            rows={page.programmes}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'programme',
                header: t('programme'),
                rowHeader: true,
                cell: ({ code, label }) => <Link to={list({ dispositif: code })}>{label[locale]}</Link>,
              },
              { key: 'cases', header: t('figures.cases'), numeric: true, cell: ({ cases }) => number(cases) },
              {
                key: 'organisations',
                header: t('figures.organisations'),
                numeric: true,
                cell: ({ organisations }) => number(organisations),
              },
              {
                key: 'states',
                header: t('steps'),
                cell: ({ code, states }) => (
                  <ul className="flex flex-wrap gap-x-4">
                    {states.map(state => (
                      <li key={state.code}>
                        <Link to={list({ dispositif: code, etat: state.code })} className="inline-block py-1">
                          {t('inState', { state: state.label[locale], cases: number(state.count) })}
                        </Link>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </div>
      </Section>
      <Section title={t('organisations')} id="structures">
        <DataTable
          caption={t('organisations')}
          hideCaption
          rows={page.organisations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('organisation'),
              rowHeader: true,
              cell: ({ id, name }) => <Link to={`${page.base}/structures/${id}`}>{name}</Link>,
            },
            { key: 'commune', header: t('commune'), short: true, cell: ({ commune }) => commune ?? '–' },
            { key: 'cases', header: t('figures.cases'), numeric: true, cell: ({ cases }) => number(cases) },
            {
              key: 'jobs',
              header: t('figures.jobs'),
              numeric: true,
              cell: ({ jobs }) => (jobs === null ? '–' : number(jobs)),
            },
          ]}
        />
      </Section>
    </>
  )
}
