import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, Hidden, NumberField, Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { type CohortPage, groupings } from '../cohort.ts'

type PartProps = { page: CohortPage; formKey: string }

/** What brings the group together, and how many it takes to open. */
export function GroupForm({ page, formKey }: PartProps) {
  const { t } = useTranslation('cohorts')
  const form = useForm('cohort')
  const { cohort, others } = page
  const labels = { grouping: t('grouping'), complementsId: t('complements'), minimum: t('minimum') }
  return (
    <Section title={t('group')} id="groupe">
      <CommandForm key={form.generation} name="cohort" formKey={formKey} className="max-w-2xl space-y-6">
        <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
        <Hidden name="version" value={form.version(cohort.version)} />
        <Select
          {...form.field('grouping', cohort.grouping)}
          label={labels.grouping}
          placeholder={t('choose')}
          options={groupings.map(value => ({ value, label: t(`groupings.${value}`) }))}
        />
        <Select
          {...form.field('complementsId', cohort.complementsId)}
          label={labels.complementsId}
          hint={t('complementsHint')}
          placeholder={t('noOther')}
          options={others.map(({ id, title }) => ({ value: id, label: title ?? t('untitled') }))}
        />
        <NumberField {...form.field('minimum', cohort.minimum)} label={labels.minimum} integer required />
        <Button>{t('saveGroup')}</Button>
      </CommandForm>
    </Section>
  )
}

/** The end of the group, once each member has had its own closing. */
export function CloseForm({ page, formKey }: PartProps) {
  const { t } = useTranslation('cohorts')
  const locale = useLocale()
  const form = useForm('close')
  const { cohort, today } = page
  if (cohort.closedOn) return <Notice tone="done">{t('closedOn', { day: formatDay(cohort.closedOn, locale) })}</Notice>
  return (
    <Section title={t('close')} note={t('closeHelp')} id="fin">
      <CommandForm key={form.generation} name="close" formKey={formKey} className="max-w-2xl space-y-6">
        <FormTroubles form={form} fields={[{ name: 'closedOn', label: t('closeDay') }]} />
        <Hidden name="version" value={form.version(cohort.version)} />
        <DateField {...form.field('closedOn', today)} label={t('closeDay')} required />
        <Button>{t('closeGroup')}</Button>
      </CommandForm>
    </Section>
  )
}
