import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, NumberField } from '#app/ui/field.tsx'
import type { SessionFormPage } from '../session-form.ts'
import { holidayChoices, seriesScopes } from '../session-series.ts'

type SeriesFieldsProps = { form: FormState; page: SessionFormPage }

/** Of a new session to plan, how it repeats; of a planned one of a series, which others change with it. */
export function SeriesFields({ form, page }: SeriesFieldsProps) {
  if (page.session) return page.others > 0 ? <Scope form={form} /> : null
  return (
    <div className="hidden group-has-[input[name=status][value=planned]:checked]/session:block">
      <Repeat form={form} page={page} />
    </div>
  )
}

function Repeat({ form, page }: SeriesFieldsProps) {
  const { t } = useTranslation('sessions')
  const [everyWeeks, times, until, holidays] = [
    form.field('everyWeeks'),
    form.field('times'),
    form.field('until'),
    form.field('holidays'),
  ]
  const isOpen = [everyWeeks, times, until, holidays].some(field => field.errors || field.defaultValue)
  return (
    <Disclosure label={t('series.label')} open={isOpen}>
      <p className="text-ink-2">{t('series.help')}</p>
      <div className="mt-3 grid grid-cols-2 items-end gap-4">
        <NumberField {...everyWeeks} label={t('series.everyWeeks')} integer />
        <NumberField {...times} label={t('series.times')} integer />
        <DateField {...until} label={t('series.until')} max={page.engineering.endsOn ?? undefined} />
      </div>
      <div className="mt-4">
        <ChoiceGroup
          {...holidays}
          label={t('series.holidays')}
          layout="segments"
          options={holidayChoices.map(value => ({ value, label: t(`series.holidayChoices.${value}`) }))}
        />
      </div>
    </Disclosure>
  )
}

/** A session that is said to be held is held alone. */
function Scope({ form }: Pick<SeriesFieldsProps, 'form'>) {
  const { t } = useTranslation('sessions')
  return (
    <div className="group-has-[input[name=status][value=held]:checked]/session:hidden">
      <ChoiceGroup
        {...form.field('scope', 'this')}
        label={t('series.scope')}
        hint={t('series.scopeHelp')}
        options={seriesScopes.map(value => ({ value, label: t(`series.scopes.${value}`) }))}
      />
    </div>
  )
}
