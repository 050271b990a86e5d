import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { DateField, Select, TextField } from '#app/ui/field.tsx'
import { audiences } from '../piece-kinds.ts'

export const consentFields = ['personName', 'audience', 'givenOn', 'evidence'] as const

/** Who agrees, to whom, when, and how it is known. `of` parts the fields of several forms on one page. */
export function ConsentFields({ form, of, today }: { form: FormState; of?: string; today: string }) {
  const { t } = useTranslation('testimonies')
  const id = (name: string) => (of ? { id: `f-${name}-${of}` } : {})
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField {...form.field('personName')} {...id('personName')} label={t('consent.personName')} />
      <Select
        {...form.field('audience')}
        {...id('audience')}
        label={t('consent.audience')}
        placeholder=""
        options={audiences.map(value => ({ value, label: t(`audiences.${value}`) }))}
      />
      <DateField {...form.field('givenOn', today)} {...id('givenOn')} label={t('consent.givenOn')} max={today} />
      <TextField
        {...form.field('evidence')}
        {...id('evidence')}
        label={t('consent.evidence')}
        hint={t('consent.evidenceHint')}
      />
    </div>
  )
}
