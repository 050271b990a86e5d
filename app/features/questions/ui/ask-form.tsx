import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'

/** A funder asks about what the page shows. */
export function AskForm({ formKey, operator }: { formKey: string; operator: string }) {
  const { t } = useTranslation('questions')
  const form = useForm('ask')
  return (
    <Card title={t('ask.title')} level={3} className="max-w-[54rem]">
      <CommandForm name="ask" formKey={formKey} key={form.generation} className="space-y-4">
        <FormTroubles form={form} fields={[{ name: 'body', label: t('ask.body') }]} />
        <TextArea {...form.field('body')} label={t('ask.body')} hint={t('ask.help', { operator })} required />
        <Button variant="primary">{t('ask.submit')}</Button>
      </CommandForm>
    </Card>
  )
}
