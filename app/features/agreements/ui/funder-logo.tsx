import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FileField } from '#app/ui/field.tsx'

type FunderLogoProps = { formKey: string; funder: string; logo: { name: string; address: string } | null }

/** The logo that stands on the papers of what the funder pays; its name is what is read of it aloud. */
export function FunderLogo({ formKey, funder, logo }: FunderLogoProps) {
  const { t } = useTranslation('agreements')
  const form = useForm('logo')
  const file = form.field('file')
  return (
    <Card title={t('logo.title', { funder })}>
      {logo ? (
        // On white, as on paper.
        <p className="mb-3 inline-block rounded-card border border-line bg-white p-3">
          <img src={logo.address} alt={t('logo.title', { funder })} className="max-h-24 w-auto max-w-full" />
        </p>
      ) : null}
      <p className="mb-4">{logo ? t('logo.known', { name: logo.name }) : t('logo.none')}</p>
      <CommandForm
        name="logo"
        formKey={formKey}
        key={form.generation}
        encType="multipart/form-data"
        className="space-y-4"
      >
        <FormTroubles form={form} fields={[{ name: 'file', label: t('logo.file') }]} />
        <FileField
          name={file.name}
          label={t('logo.file')}
          hint={t('logo.hint')}
          accept=".png,.jpg,.jpeg"
          {...(file.errors && { errors: file.errors })}
        />
        <Button>{t(logo ? 'logo.replace' : 'logo.submit')}</Button>
      </CommandForm>
      {logo ? (
        <CommandForm name="dropLogo" formKey={formKey} className="mt-3">
          <Button variant="quiet">{t('logo.drop')}</Button>
        </CommandForm>
      ) : null}
    </Card>
  )
}
