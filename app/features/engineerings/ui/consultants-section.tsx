import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Consultant } from '../engineering.ts'
import { useEngineeringWords } from './engineering-words.ts'

type ConsultantsSectionProps = { consultants: readonly Consultant[]; canInvite: boolean; formKey: string }

/** Who is let into the mission, from when to when; inviting one more, withdrawing at once. */
export function ConsultantsSection({ consultants, canInvite, formKey }: ConsultantsSectionProps) {
  const { t } = useTranslation('engineerings')
  return (
    <Section title={t('consultants')} note={t('consultantsHint')} id="intervenants">
      {consultants.length === 0 ? <p className="mb-3">{t('noConsultant')}</p> : null}
      <ul className="divide-y divide-line">
        {consultants.map(consultant => (
          <li key={consultant.grantId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <Who consultant={consultant} />
            {consultant.revokedAt ? (
              <StatusTag tone="stop">{t('revoked')}</StatusTag>
            ) : (
              <Revoke consultant={consultant} formKey={formKey} />
            )}
          </li>
        ))}
      </ul>
      {canInvite ? <Invite formKey={formKey} /> : null}
    </Section>
  )
}

function Who({ consultant }: { consultant: Consultant }) {
  const { t } = useTranslation('engineerings')
  const { dayText } = useEngineeringWords()
  const [from, to] = [dayText(consultant.fromOn) ?? '', dayText(consultant.toOn)]
  return (
    <div className="min-w-0">
      <p className="font-semibold">{consultant.name}</p>
      <p className="text-ink-2">{consultant.email}</p>
      {consultant.revokedAt ? null : (
        <p className="text-sm text-ink-2">{to ? t('access', { from, to }) : t('accessFrom', { from })}</p>
      )}
    </div>
  )
}

function Revoke({ consultant, formKey }: { consultant: Consultant; formKey: string }) {
  const { t } = useTranslation(['engineerings', 'common'])
  return (
    <Dialog
      id={`revoke-${consultant.grantId}`}
      title={t('engineerings:revokeTitle', { name: consultant.name })}
      trigger={t('engineerings:revoke')}
      closeLabel={t('common:cancel')}
    >
      <p className="mb-4">{t('engineerings:revokeHelp')}</p>
      <CommandForm name="revoke" formKey={`${formKey}.${consultant.grantId}`}>
        <Hidden name="grantId" value={consultant.grantId} />
        <Button variant="danger">{t('engineerings:revoke')}</Button>
      </CommandForm>
    </Dialog>
  )
}

function Invite({ formKey }: { formKey: string }) {
  const { t } = useTranslation('engineerings')
  const form = useForm('invite')
  const [name, email] = [form.field('name'), form.field('email')]
  return (
    <Disclosure label={t('invite')} open={form.reply !== null}>
      <CommandForm name="invite" formKey={formKey} className="max-w-xl space-y-5 pt-2">
        <FormTroubles
          form={form}
          fields={[
            { name: 'name', label: t('inviteName') },
            { name: 'email', label: t('inviteEmail') },
          ]}
        />
        <p className="text-ink-2">{t('inviteHelp')}</p>
        <TextField {...name} label={t('inviteName')} autoComplete="off" required />
        <TextField {...email} label={t('inviteEmail')} type="email" autoComplete="off" required />
        <Button icon={UserPlus}>{t('sendInvitation')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
