import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CommitteeMember } from '../committee.ts'

type MembersProps = { formKey: string; members: readonly CommitteeMember[]; isSent: boolean }

/** Who sits there, and the letters that give them the agenda. */
export function MembersSection({ formKey, members, isSent }: MembersProps) {
  const { t } = useTranslation('committees')
  const form = useForm('add-member')
  const sending = useForm('send-agenda')
  return (
    <Section title={t('members')} note={t('membersHelp')} id="membres">
      <ul className="divide-y divide-line">
        {members.map(({ id, name, email, function: role, sentAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-5 py-2">
            <span>
              {name}{' '}
              <span className="text-ink-2">
                {[role, email, sentAt ? t('sentTag') : null].filter(Boolean).join(' · ')}
              </span>
            </span>
            <CommandForm name="remove-member" formKey={`${formKey}.${id}`}>
              <Hidden name="memberId" value={id} />
              <Button variant="quiet">
                {t('removeMember')}
                <span className="sr-only"> {name}</span>
              </Button>
            </CommandForm>
          </li>
        ))}
      </ul>
      <CommandForm name="add-member" formKey={formKey} key={form.generation} className="mt-4 max-w-3xl space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'name', label: t('memberName') },
            { name: 'email', label: t('email') },
            { name: 'function', label: t('role') },
          ]}
        />
        <FieldRow>
          <TextField {...form.field('name')} label={t('memberName')} autoComplete="off" required />
          <TextField {...form.field('email')} label={t('email')} type="email" autoComplete="off" required />
          <TextField {...form.field('function')} label={t('role')} autoComplete="off" />
        </FieldRow>
        <Button>{t('addMember')}</Button>
      </CommandForm>
      <CommandForm name="send-agenda" formKey={formKey} key={sending.generation} className="mt-6 space-y-3">
        <FormTroubles form={sending} fields={[]} />
        <Button variant="primary">{t(isSent ? 'sendAgain' : 'send')}</Button>
      </CommandForm>
    </Section>
  )
}
