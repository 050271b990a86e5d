import { Form } from '@remix-run/react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatHour, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Statement, totalQuarters } from '../statement.ts'

type StatementScreenProps = { statement: Statement; mission: string; locale: Locale }

/** Her days of one mission, over the period that she chooses, with the document that she signs. */
export function StatementScreen({ statement, mission, locale }: StatementScreenProps) {
  const { t } = useTranslation(['statements', 'sessions'])
  const { from, to, lines, orderedQuarters, missionQuarters } = statement
  const days = (quarters: number) => formatNumber(quarters / 4, locale)
  const asked = new URLSearchParams({ ...(from && { du: from }), au: to, ...(locale === 'en' && { langue: 'en' }) })
  const held =
    orderedQuarters === null
      ? t('statements:heldOnly', { held: days(missionQuarters) })
      : t('statements:held', { held: days(missionQuarters), ordered: days(orderedQuarters) })
  return (
    <>
      <PageHeader
        title={t('statements:title')}
        crumbs={[{ to: mission, label: statement.title ?? t('statements:untitled') }]}
        crumbsLabel={t('statements:back')}
        lede={t('statements:lede')}
      />
      <Form method="get" aria-label={t('statements:choose')} className="max-w-2xl space-y-4" data-noprint="">
        <FieldRow>
          <DateField name="du" label={t('statements:from')} defaultValue={from ?? ''} key={`du ${from}`} />
          <DateField name="au" label={t('statements:to')} defaultValue={to} key={`au ${to}`} />
        </FieldRow>
        <Button>{t('statements:show')}</Button>
      </Form>
      <div className="mt-8">
        <Section
          title={
            from
              ? t('statements:period', { from: formatDay(from, locale), to: formatDay(to, locale) })
              : t('statements:until', { to: formatDay(to, locale) })
          }
          note={held}
        >
          <DataTable
            caption={t('statements:sessions')}
            hideCaption
            rows={lines}
            rowKey={({ id }) => id}
            empty={<p className="text-ink-2">{t('statements:none')}</p>}
            totals={{ day: t('statements:sum'), days: days(totalQuarters(lines)) }}
            columns={[
              {
                key: 'day',
                header: t('statements:day'),
                rowHeader: true,
                cell: ({ heldOn }) => <time dateTime={heldOn}>{formatDay(heldOn, locale)}</time>,
              },
              {
                key: 'hours',
                header: t('statements:hours'),
                short: true,
                cell: ({ beginsAt, endsAt }) =>
                  [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – '),
              },
              {
                key: 'kind',
                header: t('statements:kind'),
                cell: ({ kind }) => (kind ? t(`sessions:kinds.${kind}`) : ''),
              },
              { key: 'days', header: t('statements:days'), numeric: true, cell: ({ quarters }) => days(quarters) },
            ]}
          />
        </Section>
        <LinkButton to={`${mission}/releve/fichier?${asked}`} icon={Download} variant="primary" reloadDocument download>
          {t('statements:take')}
        </LinkButton>
      </div>
    </>
  )
}
