import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'

type Reader = { grantId: string; name: string; email: string; fromOn: string }

/** The people of the region or of the network who read what this operator publishes. */
export function NetworkReaders({
  readers,
  canManage,
  formKey,
}: {
  readers: readonly Reader[]
  canManage: boolean
  formKey: string
}) {
  const { t } = useTranslation('networkReaders')
  const invitation = useForm('invite-network')
  return (
    <Section title={t('title')} note={t('note')}>
      {readers.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : null}
      <ul className="divide-y divide-line">
        {readers.map(reader => (
          <li key={reader.grantId} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <ReaderName reader={reader} />
            {canManage ? <RevokeDialog reader={reader} formKey={formKey} /> : null}
          </li>
        ))}
      </ul>
      {canManage ? (
        <div className="mt-3">
          <Disclosure label={t('invite')} open={invitation.reply !== null}>
            <InvitationForm formKey={formKey} />
          </Disclosure>
        </div>
      ) : null}
    </Section>
  )
}

function ReaderName({ reader }: { reader: Reader }) {
  const { t } = useTranslation('networkReaders')
  const locale = useLocale()
  const since = day(reader.fromOn)
  return (
    <div className="min-w-0">
      <p className="font-semibold">{reader.name}</p>
      <p className="break-words text-ink-2">
        {reader.email}
        {since ? ` · ${t('since', { day: formatDay(since, locale) })}` : ''}
      </p>
    </div>
  )
}

function RevokeDialog({ reader, formKey }: { reader: Reader; formKey: string }) {
  const { t } = useTranslation(['networkReaders', 'common'])
  return (
    <Dialog
      id={`reseau-${reader.grantId}`}
      title={t('networkReaders:revokeTitle', { name: reader.name })}
      trigger={t('networkReaders:revokeNamed', { name: reader.name })}
      variant="quiet"
      closeLabel={t('common:cancel')}
    >
      <p className="mb-4">{t('networkReaders:revokeHelp')}</p>
      <CommandForm name="revoke-network" formKey={`${formKey}.${reader.grantId.slice(-12)}`}>
        <Hidden name="grantId" value={reader.grantId} />
        <Button variant="danger">{t('networkReaders:revoke')}</Button>
      </CommandForm>
    </Dialog>
  )
}

function InvitationForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('networkReaders')
  const form = useForm('invite-network')
  const fields = [
    { name: 'name', label: t('name') },
    { name: 'email', label: t('email') },
  ]
  return (
    <CommandForm name="invite-network" formKey={formKey} className="mt-3 max-w-2xl space-y-5">
      <FormTroubles form={form} fields={fields} />
      <FieldRow>
        <TextField {...form.field('name')} label={t('name')} required autoComplete="off" />
        <TextField {...form.field('email')} label={t('email')} type="email" required autoComplete="off" />
      </FieldRow>
      <Button>{t('submit')}</Button>
    </CommandForm>
  )
}
