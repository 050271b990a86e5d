import { Link } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type FindContactProps = {
  address: {
    recipient: string
    name: string | null
    waiting: number
    others: readonly { id: string; name: string; email: string }[]
  }
  formKey: string
  /** The sheet of the organisation, where somebody is added; null when the case has none. */
  organisationPage: string | null
}

/** An address that refuses what its case writes: somebody else of the organisation, or the right address. */
export function FindContact({ address, formKey, organisationPage }: FindContactProps) {
  const { t } = useTranslation('caseReminders')
  const { recipient, name, waiting, others } = address
  const formName = `find-contact.${recipient}`
  const form = useForm(formName)
  const id = useId()
  const contact = form.field('contact', others[0]?.id ?? 'corrected')
  return (
    <div className="mb-8">
      <Card title={t('bounced.title')} action={<StatusTag tone="stop">{t('bounced.tag')}</StatusTag>}>
        <p className="max-w-prose">
          {name ? t('bounced.whose', { name, recipient }) : t('bounced.nobody', { recipient })}{' '}
          {t('bounced.waiting', { count: waiting })}
        </p>
        <CommandForm name={formName} formKey={`${formKey}.${recipient}`} className="mt-5 max-w-lg space-y-4">
          <FormTroubles
            form={form}
            fields={[
              { name: 'contact', label: t('bounced.contact'), id: `${id}-contact` },
              { name: 'corrected', label: t('bounced.corrected'), id: `${id}-corrected` },
            ]}
          />
          <Hidden name="recipient" value={recipient} />
          <ChoiceGroup
            {...contact}
            name="contact"
            id={`${id}-contact`}
            label={t('bounced.contact')}
            options={[
              ...others.map(other => ({ value: other.id, label: other.name, hint: other.email })),
              { value: 'corrected', label: t(name ? 'bounced.correct' : 'bounced.elsewhere') },
            ]}
            required
          />
          <TextField
            {...form.field('corrected', '')}
            id={`${id}-corrected`}
            label={t('bounced.corrected')}
            type="email"
          />
          <Button variant="primary">{t('bounced.send', { count: waiting })}</Button>
        </CommandForm>
        {organisationPage ? (
          <p className="mt-5">
            <Link to={organisationPage}>{t('bounced.add')}</Link>
          </p>
        ) : null}
      </Card>
    </div>
  )
}
