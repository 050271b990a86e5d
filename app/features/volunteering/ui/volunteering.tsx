import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DateField, Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'

type Line = {
  id: string
  doneOn: string
  volunteer: string | null
  activity: string | null
  hours: number | null
  hourlyRate: number | null
  cents: number | null
}
export type VolunteeringShown = {
  today: string
  lines: readonly Line[]
  total: { hours: number; cents: number }
  rate: number | null
}

/** The sheet: its lines, and the whole at its foot. */
export function VolunteerSheet({ page, formKey }: { page: VolunteeringShown; formKey: string }) {
  const { t } = useTranslation('volunteering')
  const locale = useLocale()
  const dayWords = useDayWords()
  const { lines, total } = page
  if (lines.length === 0) return <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'on', header: t('fields.doneOn'), short: true, cell: ({ doneOn }) => dayWords(doneOn) },
        { key: 'activity', header: t('fields.activity'), rowHeader: true, cell: ({ activity }) => activity ?? '—' },
        { key: 'who', header: t('fields.volunteer'), cell: ({ volunteer }) => volunteer ?? '—' },
        {
          key: 'hours',
          header: t('fields.hours'),
          numeric: true,
          cell: ({ hours }) => (hours === null ? '—' : formatNumber(hours, locale)),
        },
        {
          key: 'value',
          header: t('value'),
          numeric: true,
          cell: ({ cents }) => (cents === null ? '—' : formatEuros(cents, locale)),
        },
        {
          key: 'remove',
          header: t('remove'),
          hideHeader: true,
          cell: line => <RemoveForm line={line} formKey={formKey} />,
        },
      ]}
      totals={{
        activity: t('total'),
        hours: formatNumber(total.hours, locale),
        value: formatEuros(total.cents, locale),
      }}
    />
  )
}

function RemoveForm({ line, formKey }: { line: Line; formKey: string }) {
  const { t } = useTranslation('volunteering')
  const dayWords = useDayWords()
  const name = `remove.${line.id}`
  const form = useForm(name)
  return (
    <CommandForm name={name} formKey={formKey} key={form.generation}>
      <FormTroubles form={form} fields={[]} />
      <Hidden name="timeId" value={line.id} />
      <Button
        variant="quiet"
        aria-label={t('removeLine', { activity: line.activity ?? '', on: dayWords(line.doneOn) })}
      >
        {t('remove')}
      </Button>
    </CommandForm>
  )
}

/** One line more. */
export function AddVolunteerTimeForm({ page, formKey }: { page: VolunteeringShown; formKey: string }) {
  const { t } = useTranslation('volunteering')
  const form = useForm('add')
  const labels = t('fields', { returnObjects: true })
  return (
    <CommandForm name="add" formKey={formKey} key={form.generation} className="max-w-3xl space-y-5">
      <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
      <TextField {...form.field('activity')} label={labels.activity} required autoComplete="off" />
      <FieldRow>
        <DateField {...form.field('doneOn', page.today)} label={labels.doneOn} required />
        <NumberField {...form.field('hours')} label={labels.hours} required />
        <NumberField {...form.field('hourlyRate', asText(page.rate))} label={labels.hourlyRate} unit="€" />
      </FieldRow>
      <TextField {...form.field('volunteer')} label={labels.volunteer} hint={t('volunteerHint')} autoComplete="off" />
      <Button variant="primary">{t('add')}</Button>
    </CommandForm>
  )
}
