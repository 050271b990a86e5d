import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Select } from '#app/ui/field.tsx'
import { type DigestChoice, hours, rhythms, weekdays } from '../digest-rules.ts'

/** When she wants one message with what waits for her, or that she wants none. */
export function DigestForm({ formKey, choice }: { formKey: string; choice: DigestChoice }) {
  const { t } = useTranslation('notifications')
  const form = useForm('digest')
  const shown = <Name extends keyof DigestChoice>(name: Name) => {
    const typed = form.typed?.[name]
    return typeof typed === 'string' ? typed : String(choice[name])
  }
  return (
    <CommandForm name="digest" formKey={`${formKey}.digest`} className="max-w-lg space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'rhythm', label: t('digest.rhythm') },
          { name: 'weekday', label: t('digest.weekday') },
          { name: 'hour', label: t('digest.hour') },
        ]}
      />
      <ChoiceGroup
        name="rhythm"
        label={t('digest.rhythm')}
        options={rhythms.map(rhythm => ({ value: rhythm, label: t(`digest.rhythms.${rhythm}`) }))}
        defaultValue={shown('rhythm')}
        errors={form.field('rhythm').errors}
        required
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <Select
          name="weekday"
          label={t('digest.weekday')}
          options={weekdays.map((day, before) => ({ value: String(before + 1), label: t(`digest.days.${day}`) }))}
          defaultValue={shown('weekday')}
          errors={form.field('weekday').errors}
        />
        <Select
          name="hour"
          label={t('digest.hour')}
          options={hours.map(hour => ({ value: String(hour), label: t('digest.at', { hour }) }))}
          defaultValue={shown('hour')}
          errors={form.field('hour').errors}
        />
      </div>
      <Button>{t('digest.save')}</Button>
    </CommandForm>
  )
}
