import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { NumberField, Select } from '#app/ui/field.tsx'

type Choosable = { id: string; code: string; funder: string; endsOn: string }

export function RequestForm({
  formKey,
  agreements,
  operator,
  today,
}: {
  formKey: string
  agreements: readonly Choosable[]
  operator: string
  today: string
}) {
  const { t } = useTranslation('reports')
  const form = useForm('request')
  if (agreements.length === 0)
    return (
      <Card title={t('ask.title')}>
        <p className="mb-4">{t('ask.noAgreement')}</p>
        <LinkButton to={`/o/${operator}/conventions`}>{t('ask.toAgreements')}</LinkButton>
      </Card>
    )
  return (
    <Card title={t('ask.title')}>
      <CommandForm name="request" formKey={formKey} className="space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'agreementId', label: t('ask.agreement') },
            { name: 'year', label: t('ask.year') },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(8rem,1fr)]">
          <Select
            {...form.field('agreementId')}
            label={t('ask.agreement')}
            required
            options={agreements.map(({ id, code, funder }) => ({ value: id, label: `${code} · ${funder}` }))}
          />
          <NumberField {...form.field('year', today.slice(0, 4))} label={t('ask.year')} integer required />
        </div>
        <p className="text-ink-2">{t('ask.help')}</p>
        <Button variant="primary">{t('ask.submit')}</Button>
      </CommandForm>
    </Card>
  )
}
