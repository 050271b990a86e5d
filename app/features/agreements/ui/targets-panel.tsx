import { useTranslation } from 'react-i18next'
import { catalogue, figureCodes } from '#app/features/figures/catalogue.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber, formatShare } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { NumberField, Select } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

export type TargetLine = { year: number; indicator: string; value: number }
type IndicatorChoice = { code: string; label: string; isShare: boolean }

export function TargetsPanel({
  formKey,
  targets,
  year,
}: {
  formKey: string
  targets: readonly TargetLine[]
  year: number
}) {
  const { t } = useTranslation(['agreements', 'figures'])
  const locale = useLocale()
  const indicators = figureCodes.map(code => ({
    code,
    label: t(`figures:codes.${code}.label`),
    isShare: catalogue[code].unit === 'share',
  }))
  const known = new Map<string, IndicatorChoice>(indicators.map(indicator => [indicator.code, indicator]))
  return (
    <Section title={t('targets.title')} note={t('targets.note')}>
      {targets.length === 0 ? (
        <p className="mb-5 text-ink-2">{t('targets.empty')}</p>
      ) : (
        <div className="mb-5">
          <DataTable
            caption={t('targets.caption')}
            hideCaption
            compact
            rows={targets}
            rowKey={row => `${row.year} ${row.indicator}`}
            columns={[
              { key: 'year', header: t('targets.year'), short: true, cell: row => row.year },
              {
                key: 'indicator',
                header: t('targets.indicator'),
                rowHeader: true,
                cell: row => known.get(row.indicator)?.label ?? row.indicator,
              },
              {
                key: 'value',
                header: t('targets.value'),
                numeric: true,
                cell: ({ indicator, value }) =>
                  known.get(indicator)?.isShare ? formatShare(value, locale) : formatNumber(value, locale),
              },
            ]}
          />
        </div>
      )}
      <TargetForm formKey={formKey} indicators={indicators} year={year} />
    </Section>
  )
}

function TargetForm({
  formKey,
  indicators,
  year,
}: {
  formKey: string
  indicators: readonly IndicatorChoice[]
  year: number
}) {
  const { t } = useTranslation('agreements')
  const form = useForm('target')
  return (
    <CommandForm name="target" formKey={formKey} className="space-y-4" aria-label={t('targets.add')}>
      <FormTroubles
        form={form}
        fields={[
          { name: 'year', label: t('targets.year') },
          { name: 'indicator', label: t('targets.indicator') },
          { name: 'value', label: t('targets.value') },
        ]}
      />
      <div className="grid items-end gap-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <NumberField {...form.field('year', year)} label={t('targets.year')} integer required />
        <Select
          {...form.field('indicator')}
          label={t('targets.indicator')}
          required
          options={indicators.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
      <NumberField {...form.field('value')} label={t('targets.value')} hint={t('targets.valueHint')} />
      <Button>{t('targets.submit')}</Button>
    </CommandForm>
  )
}
