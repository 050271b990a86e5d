import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { type ComparedParty, type Indicator, type Measure, type Party, type Study, sideBySide } from '../impact.ts'

type Props = { indicators: readonly Indicator[]; parties: readonly Party[]; measures: readonly Measure[] }

/** Before and after, one line per party: what they say stands side by side, and is never made one. */
export function MeasuresSection({ indicators, parties, measures }: Props) {
  const { t } = useTranslation('impact')
  return (
    <Section title={t('measures.title')} note={t('measures.help')} id="mesures">
      {measures.length === 0 ? <p className="text-ink-2">{t('measures.none')}</p> : null}
      {indicators.map(indicator => {
        const rows = sideBySide(parties, measures, indicator.id)
        return rows.length === 0 ? null : <IndicatorMeasures key={indicator.id} indicator={indicator} rows={rows} />
      })}
    </Section>
  )
}

function IndicatorMeasures({ indicator, rows }: { indicator: Indicator; rows: readonly ComparedParty[] }) {
  const { t } = useTranslation('impact')
  const locale = useLocale()
  const { name, unit } = indicator
  const title = unit ? t('indicators.named', { name, unit }) : name
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? t('measures.unknown') : formatNumber(value, locale, 4)
  const said = (one: ComparedParty['before']) => (
    <>
      {one ? written(one.value) : '—'}
      {one?.view ? <span className="block whitespace-pre-line text-left text-ink-2">{one.view}</span> : null}
    </>
  )
  const hasValues = rows.some(
    ({ before, after }) => (before?.value ?? null) !== null || (after?.value ?? null) !== null,
  )
  return (
    <div className="mb-8 space-y-5">
      <h3>{title}</h3>
      <DataTable
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ partyId }) => partyId}
        columns={[
          { key: 'party', header: t('measures.party'), rowHeader: true, cell: row => row.name },
          { key: 'before', header: t('measures.before'), numeric: true, cell: ({ before }) => said(before) },
          { key: 'after', header: t('measures.after'), numeric: true, cell: ({ after }) => said(after) },
          {
            key: 'change',
            header: t('measures.change'),
            numeric: true,
            cell: ({ change }) =>
              change === null ? '—' : `${change > 0 ? '+' : ''}${formatNumber(change, locale, 4)}`,
          },
        ]}
      />
      {hasValues ? (
        <BarChart
          title={title}
          summary={rows
            .map(row =>
              t('measures.sentence', {
                party: row.name,
                before: written(row.before?.value),
                after: written(row.after?.value),
              }),
            )
            .join(' ')}
          series={[
            { key: 'before', label: t('measures.before'), tone: 'soft' },
            { key: 'after', label: t('measures.after'), tone: 'strong' },
          ]}
          rows={rows.map(row => ({
            label: row.name,
            values: {
              before: { value: row.before?.value ?? null, text: written(row.before?.value) },
              after: { value: row.after?.value ?? null, text: written(row.after?.value) },
            },
          }))}
          tableLabel={t('measures.table')}
          rowsLabel={t('measures.party')}
        />
      ) : null}
    </div>
  )
}

/** What is understood of all this, and what is done with it. */
export function ConclusionsSection({ study, formKey }: { study: Study; formKey: string }) {
  const { t } = useTranslation('impact')
  const form = useForm('save-conclusions')
  return (
    <Section title={t('conclusions.title')} note={t('conclusions.help')} id="conclusions">
      <CommandForm
        name="save-conclusions"
        formKey={formKey}
        draft={form.draft}
        key={form.generation}
        className="max-w-3xl space-y-5"
      >
        <FormTroubles
          form={form}
          fields={[
            { name: 'conclusions', label: t('conclusions.conclusions') },
            { name: 'uses', label: t('conclusions.uses') },
          ]}
        />
        <Hidden name="version" value={form.version(study.version)} />
        <TextArea {...form.field('conclusions', study.conclusions)} label={t('conclusions.conclusions')} rows={5} />
        <TextArea
          {...form.field('uses', study.uses)}
          label={t('conclusions.uses')}
          hint={t('conclusions.usesHint')}
          rows={3}
        />
        <Button>{t('conclusions.save')}</Button>
      </CommandForm>
    </Section>
  )
}
