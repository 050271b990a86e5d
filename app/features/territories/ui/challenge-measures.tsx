import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField, Hidden, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { Challenge, Measure } from '../territory.ts'

type Props = { measures: readonly Measure[]; challenge: Challenge; today: string; formKey: string }

/** What the indicator of a challenge was worth on each day, and the form that measures it again. */
export function ChallengeMeasures({ measures, challenge, today, formKey }: Props) {
  const { t } = useTranslation('territories')
  const locale = useLocale()
  const dayWords = useDayWords()
  if (!challenge.indicator) return <p className="text-ink-2">{t('measure.noIndicator')}</p>
  return (
    <>
      <p className="mb-3">{[challenge.indicator, challenge.unit].filter(Boolean).join(' · ')}</p>
      {measures.length === 0 ? <p className="text-ink-2">{t('measure.none')}</p> : null}
      {measures.length > 0 ? (
        <DataTable
          caption={t('measures')}
          hideCaption
          rows={measures}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'on',
              header: t('measure.measuredOn'),
              rowHeader: true,
              short: true,
              cell: ({ measuredOn }) => dayWords(measuredOn),
            },
            {
              key: 'value',
              header: t('measure.value'),
              numeric: true,
              cell: ({ value }) => formatNumber(value, locale, 4),
            },
            { key: 'source', header: t('measure.source'), cell: ({ source }) => source },
            {
              key: 'remove',
              header: t('measure.remove'),
              hideHeader: true,
              cell: ({ id, measuredOn }) => (
                <CommandForm name="remove-measure" formKey={`${formKey}.${id}`}>
                  <Hidden name="measureId" value={id} />
                  <Button variant="quiet" aria-label={t('measure.removeOf', { on: dayWords(measuredOn) })}>
                    {t('measure.remove')}
                  </Button>
                </CommandForm>
              ),
            },
          ]}
        />
      ) : null}
      <MeasureForm today={today} formKey={formKey} unit={challenge.unit} />
    </>
  )
}

function MeasureForm({ today, formKey, unit }: { today: string; formKey: string; unit: string | null }) {
  const { t } = useTranslation('territories')
  const form = useForm('measure')
  return (
    <CommandForm name="measure" formKey={formKey} key={form.generation} className="mt-4 max-w-3xl space-y-4">
      <FormTroubles
        form={form}
        fields={(['measuredOn', 'value', 'source'] as const).map(name => ({ name, label: t(`measure.${name}`) }))}
      />
      <FieldRow>
        <DateField {...form.field('measuredOn', today)} label={t('measure.measuredOn')} required />
        <NumberField {...form.field('value')} label={t('measure.value')} {...(unit && { unit })} required />
        <TextField
          {...form.field('source')}
          label={t('measure.source')}
          hint={t('measure.sourceHint')}
          autoComplete="off"
          required
        />
      </FieldRow>
      <Button>{t('measure.record')}</Button>
    </CommandForm>
  )
}

/** What came of a challenge, or the button that takes it up again. */
export function ChallengeEnd({ challenge, today, formKey }: Omit<Props, 'measures'>) {
  const { t } = useTranslation('territories')
  const dayWords = useDayWords()
  const form = useForm('close')
  const again = useForm('reopen')
  if (challenge.closedOn)
    return (
      <>
        <p>{t('challenge.closedOn', { on: dayWords(challenge.closedOn) })}</p>
        {challenge.result ? <p className="whitespace-pre-line">{challenge.result}</p> : null}
        <CommandForm name="reopen" formKey={formKey} key={again.generation} className="mt-3">
          <FormTroubles form={again} fields={[]} />
          <Button>{t('challenge.reopen')}</Button>
        </CommandForm>
      </>
    )
  return (
    <CommandForm name="close" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
      <FormTroubles
        form={form}
        fields={[
          { name: 'closedOn', label: t('challenge.closing') },
          { name: 'result', label: t('challenge.result') },
        ]}
      />
      <DateField {...form.field('closedOn', today)} label={t('challenge.closing')} required />
      <TextArea {...form.field('result', challenge.result)} label={t('challenge.result')} rows={3} />
      <Button>{t('challenge.close')}</Button>
    </CommandForm>
  )
}
