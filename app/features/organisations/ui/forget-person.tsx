import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden } from '#app/ui/field.tsx'

/** Beside her form: at her request, what is known of a person goes. */
export function ForgetPerson({ person, formKey }: { person: { id: string; version: number }; formKey: string }) {
  const { t } = useTranslation('organisations')
  const form = useForm('forget-person')
  const { errors } = form.field('isAsked')
  return (
    <Disclosure label={t('page.forget.open')} open={form.reply !== null}>
      <CommandForm name="forget-person" formKey={formKey} className="max-w-2xl space-y-4 pt-2">
        <FormTroubles form={form} fields={[{ name: 'isAsked', label: t('page.forget.isAsked') }]} />
        <p className="text-ink-2">{t('page.forget.orEnd')}</p>
        <p>{t('page.forget.what')}</p>
        <Hidden name="personId" value={person.id} />
        <Hidden name="version" value={form.version(person.version)} />
        <CheckboxField
          name="isAsked"
          label={t('page.forget.isAsked')}
          errors={errors}
          defaultChecked={form.reply?.values.isAsked !== undefined}
          required
        />
        <Button variant="danger">{t('page.forget.go')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
