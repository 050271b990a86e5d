import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Section } from '#app/ui/section.tsx'

type Words = { fr: string; en: string }
type Shipped = { code: string; name: Words; steps: readonly Words[] }

/** What comes with the product and the operator does not run: each with its steps, so that one knows what one takes. */
export function ShippedProgrammes({ shipped, formKey }: { shipped: readonly Shipped[]; formKey: string }) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const form = useForm('take')
  return (
    <Section title={t('shipped')} note={t('shippedHelp')}>
      <CommandForm name="take" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
        <FormTroubles form={form} fields={[{ name: 'code', label: t('shippedChoice') }]} />
        <ChoiceGroup
          {...form.field('code', shipped[0]?.code)}
          label={t('shippedChoice')}
          options={shipped.map(({ code, name, steps }) => ({
            value: code,
            label: name[locale],
            hint: steps.map(label => label[locale]).join(' → '),
          }))}
        />
        <Button>{t('shippedSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}
