import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { pieceKinds } from '../piece-kinds.ts'
import { ConsentFields, consentFields } from './consent-fields.tsx'

const ownFields = ['number', 'kind', 'body', 'author', 'collectedOn', 'method', 'limits'] as const

export function AddTestimonyForm({
  formKey,
  today,
  number,
}: {
  formKey: string
  today: string
  number: string | null
}) {
  const { t } = useTranslation('testimonies')
  const form = useForm('add')
  return (
    <Card title={t('add.title')} id="ajouter">
      <CommandForm name="add" formKey={formKey} className="max-w-3xl space-y-5">
        <FormTroubles
          form={form}
          fields={[
            ...ownFields.map(name => ({ name, label: t(`add.${name}`) })),
            ...consentFields.map(name => ({ name, label: t(`consent.${name}`) })),
          ]}
        />
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <TextField {...form.field('number', number)} label={t('add.number')} hint={t('add.numberHint')} required />
          <Select
            {...form.field('kind', 'testimony')}
            label={t('add.kind')}
            required
            options={pieceKinds.map(value => ({ value, label: t(`kinds.${value}`) }))}
          />
          <DateField {...form.field('collectedOn', today)} label={t('add.collectedOn')} max={today} required />
        </div>
        <TextArea {...form.field('body')} label={t('add.body')} hint={t('add.bodyHint')} required rows={5} />
        <TextField {...form.field('author')} label={t('add.author')} hint={t('add.authorHint')} />
        <TextField {...form.field('method')} label={t('add.method')} hint={t('add.methodHint')} />
        <TextArea {...form.field('limits')} label={t('add.limits')} hint={t('add.limitsHint')} rows={2} />
        <FieldGroup legend={t('add.consent')} hint={t('add.consentHint')} id="consent">
          <CheckboxField
            name="hasConsent"
            label={t('add.hasConsent')}
            defaultChecked={form.reply?.values.hasConsent === 'oui'}
          />
          <ConsentFields form={form} today={today} />
        </FieldGroup>
        <Button variant="primary">{t('add.submit')}</Button>
      </CommandForm>
    </Card>
  )
}
