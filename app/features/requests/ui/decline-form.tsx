import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

/** A refusal that says why: its reason for the figures, its words for the person. */
export function DeclineForm({ version, email, formKey }: { version: number; email: string; formKey: string }) {
  const { t } = useTranslation('requests')
  const form = useForm('decline')
  const reasons: Record<string, string> = t('reasons', { returnObjects: true })
  return (
    <Section title={t('decline.title')}>
      <CommandForm name="decline" formKey={formKey} key={form.generation} className="max-w-3xl space-y-6">
        <FormTroubles
          form={form}
          fields={[
            { name: 'declineReason', label: t('decline.reason'), words: reasons },
            { name: 'answer', label: t('decline.answer') },
          ]}
        />
        <Hidden name="version" value={form.version(version)} />
        <Select
          {...form.field('declineReason')}
          label={t('decline.reason')}
          placeholder={t('form.choose')}
          required
          options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
        />
        <TextArea {...form.field('answer')} label={t('decline.answer')} hint={t('decline.answerHint', { email })} />
        <Button variant="danger">{t('decline.submit')}</Button>
      </CommandForm>
    </Section>
  )
}
