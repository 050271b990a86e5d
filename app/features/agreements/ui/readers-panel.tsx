import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'

export type Reader = { grantId: string; name: string; email: string; fromOn: string }

/** The people of the funder who read this agreement's reports. */
export function ReadersPanel({
  formKey,
  readers,
  canInvite,
}: {
  formKey: string
  readers: readonly Reader[]
  canInvite: boolean
}) {
  const { t } = useTranslation('agreements')
  return (
    <Card title={t('readers.title')}>
      <p className="mb-3 text-ink-2">{t('readers.note')}</p>
      {readers.length === 0 ? <p>{t('readers.empty')}</p> : null}
      <ul className="divide-y divide-line">
        {readers.map(reader => (
          <li key={reader.grantId} className="py-3">
            <ReaderLine reader={reader} formKey={formKey} canRevoke={canInvite} />
          </li>
        ))}
      </ul>
      {canInvite ? <InviteForm formKey={formKey} /> : <p className="mt-3 text-ink-2">{t('readers.onlyManagers')}</p>}
    </Card>
  )
}

function ReaderLine({ reader, formKey, canRevoke }: { reader: Reader; formKey: string; canRevoke: boolean }) {
  const { t } = useTranslation(['agreements', 'common'])
  const locale = useLocale()
  const since = day(reader.fromOn)
  return (
    <>
      <p className="font-semibold">{reader.name}</p>
      <p className="break-words text-[0.9375rem] text-ink-2">
        {reader.email}
        {since ? ` · ${t('agreements:readers.since', { day: formatDay(since, locale) })}` : ''}
      </p>
      {canRevoke ? (
        <Dialog
          id={`retirer-${reader.grantId}`}
          title={t('agreements:readers.revokeTitle', { name: reader.name })}
          trigger={t('agreements:readers.revokeNamed', { name: reader.name })}
          variant="quiet"
          closeLabel={t('common:cancel')}
        >
          <p className="mb-4">{t('agreements:readers.revokeHelp')}</p>
          <CommandForm name="revoke" formKey={`${formKey}.${reader.grantId.slice(-12)}`}>
            <Hidden name="grantId" value={reader.grantId} />
            <Button variant="danger">{t('agreements:readers.revoke')}</Button>
          </CommandForm>
        </Dialog>
      ) : null}
    </>
  )
}

function InviteForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('agreements')
  const form = useForm('invite')
  return (
    <CommandForm
      name="invite"
      formKey={formKey}
      className="mt-4 space-y-4 border-t border-line pt-4"
      aria-label={t('readers.invite')}
    >
      <FormTroubles
        form={form}
        fields={[
          { name: 'name', label: t('readers.name') },
          { name: 'email', label: t('readers.email') },
        ]}
      />
      <TextField {...form.field('name')} label={t('readers.name')} required autoComplete="off" />
      <TextField {...form.field('email')} label={t('readers.email')} type="email" required autoComplete="off" />
      <Button>{t('readers.submit')}</Button>
    </CommandForm>
  )
}
