import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { openMoment, type Party, type Stage } from '../impact.ts'

type Props = { parties: readonly Party[]; stage: Stage; formKey: string }

/** Who is concerned, and the letters by which each gives her own measure. */
export function PartiesSection({ parties, stage, formKey }: Props) {
  const { t } = useTranslation('impact')
  const asking = useForm('ask-parties')
  const moment = openMoment(stage)
  return (
    <Section title={t('parties.title')} note={t('parties.help')} id="parties">
      {parties.length === 0 ? <p className="text-ink-2">{t('parties.none')}</p> : null}
      <ul className="divide-y divide-line">
        {parties.map(({ id, name, email, function: role, askedAt, revokedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-5 py-2">
            <span>
              {name}{' '}
              <span className="text-ink-2">
                {[role, email, revokedAt ? t('parties.revoked') : askedAt ? t('parties.asked') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {revokedAt ? null : (
              <CommandForm name="revoke-party" formKey={`${formKey}.${id}`}>
                <Hidden name="partyId" value={id} />
                <Button variant="quiet">
                  {t('parties.revoke')}
                  <span className="sr-only"> {name}</span>
                </Button>
              </CommandForm>
            )}
          </li>
        ))}
      </ul>
      {stage === 'concluded' ? null : <PartyForm formKey={formKey} />}
      {moment ? (
        <CommandForm name="ask-parties" formKey={formKey} key={asking.generation} className="mt-6 space-y-3">
          <FormTroubles form={asking} fields={[]} />
          <Button variant="primary">{t(`parties.ask.${moment}`)}</Button>
        </CommandForm>
      ) : null}
    </Section>
  )
}

function PartyForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('impact')
  const form = useForm('add-party')
  const labels = t('parties.fields', { returnObjects: true })
  return (
    <CommandForm name="add-party" formKey={formKey} key={form.generation} className="mt-4 max-w-3xl space-y-4">
      <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
      <FieldRow>
        <TextField {...form.field('name')} label={labels.name} autoComplete="off" required />
        <TextField {...form.field('email')} label={labels.email} type="email" autoComplete="off" required />
        <TextField {...form.field('function')} label={labels.function} autoComplete="off" />
      </FieldRow>
      <Button>{t('parties.add')}</Button>
    </CommandForm>
  )
}
