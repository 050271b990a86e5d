import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Section } from '#app/ui/section.tsx'

export type AgreementsFormProps = {
  formKey: string
  chosen: readonly string[]
  agreements: readonly { id: string; code: string; funder: string }[]
}

/** Which agreements pay for the case. */
export function AgreementsForm({ formKey, chosen, agreements }: AgreementsFormProps) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('choose-agreements')
  return (
    <Section title={t('cases:intake.agreements')} id="conventions">
      {agreements.length === 0 ? (
        <p className="text-ink-2">{t('cases:intake.noAgreement')}</p>
      ) : (
        <CommandForm name="choose-agreements" formKey={formKey} key={form.generation} className="space-y-4">
          <FormTroubles form={form} fields={[{ name: 'agreements', label: t('fields:agreements') }]} />
          <ChoiceGroup
            name="agreements"
            multiple
            hideLabel
            label={t('fields:agreements')}
            defaultValue={chosen}
            options={agreements.map(({ id, code, funder }) => ({ value: id, label: `${funder} (${code})` }))}
          />
          <Button>{t('cases:intake.agreementsSubmit')}</Button>
        </CommandForm>
      )}
    </Section>
  )
}
