import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'

export type Member = {
  grantId: string
  userId: string
  name: string
  email: string
  role: 'practitioner' | 'manager'
  state: 'active' | 'invited' | 'deactivated'
  openCases: number
}

export function InvitationForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('team')
  const form = useForm('invite')
  return (
    <CommandForm name="invite" formKey={formKey} className="max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'name', label: t('invite.name') },
          { name: 'email', label: t('email') },
          { name: 'role', label: t('invite.role') },
        ]}
      />
      <FieldRow>
        <TextField {...form.field('name')} label={t('invite.name')} required autoComplete="off" />
        <TextField
          {...form.field('email')}
          label={t('email')}
          type="email"
          required
          autoComplete="off"
          inputMode="email"
        />
      </FieldRow>
      <ChoiceGroup
        {...form.field('role', 'practitioner')}
        label={t('invite.role')}
        options={(['practitioner', 'manager'] as const).map(value => ({
          value,
          label: t(`roles.${value}`),
          hint: t(`roleHelp.${value}`),
        }))}
      />
      <Button variant="primary">{t('invite.submit')}</Button>
    </CommandForm>
  )
}

/** What a manager does with one member, each a form of its own. */
export function MemberForms({ member, formKey }: { member: Member; formKey: string }) {
  const { t } = useTranslation('team')
  const key = `${formKey}.${member.grantId}`
  const other = member.role === 'manager' ? 'practitioner' : 'manager'
  return (
    <div className="space-y-6">
      {member.state === 'invited' ? (
        <CommandForm name="again" formKey={key}>
          <Hidden name="grantId" value={member.grantId} />
          <Button>{t('again')}</Button>
        </CommandForm>
      ) : null}
      <CommandForm name="role" formKey={key} className="space-y-2">
        <Hidden name="grantId" value={member.grantId} />
        <Hidden name="role" value={other} />
        <p className="text-ink-2">{t(`roleHelp.${other}`)}</p>
        <Button>{t(other === 'manager' ? 'makeManager' : 'makePractitioner')}</Button>
      </CommandForm>
      <CommandForm name="deactivate" formKey={key} className="space-y-2">
        <Hidden name="grantId" value={member.grantId} />
        <p className="text-ink-2">
          {member.openCases > 0 ? t('deactivateHelp', { count: member.openCases }) : t('deactivateAlone')}
        </p>
        <Button variant="danger">{t('deactivate')}</Button>
      </CommandForm>
    </div>
  )
}

export function AbsenceForm({
  formKey,
  members,
  me,
  canManage,
}: {
  formKey: string
  members: readonly Member[]
  me: string
  canManage: boolean
}) {
  const { t } = useTranslation('team')
  const form = useForm('absence')
  const options = members
    .filter(member => member.state !== 'deactivated')
    .map(({ userId, name }) => ({ value: userId, label: name }))
  return (
    <CommandForm name="absence" formKey={formKey} className="max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'userId', label: t('absences.who') },
          { name: 'fromOn', label: t('absences.from') },
          { name: 'toOn', label: t('absences.to') },
          { name: 'delegateId', label: t('absences.delegate') },
        ]}
      />
      {canManage ? (
        <Select {...form.field('userId', me)} label={t('absences.who')} options={options} />
      ) : (
        <Hidden name="userId" value={me} />
      )}
      <FieldRow>
        <DateField {...form.field('fromOn')} label={t('absences.from')} />
        <DateField {...form.field('toOn')} label={t('absences.to')} />
      </FieldRow>
      <Select
        {...form.field('delegateId')}
        label={t('absences.delegate')}
        placeholder={t('absences.choose')}
        options={canManage ? options : options.filter(({ value }) => value !== me)}
      />
      <Button>{t('absences.submit')}</Button>
    </CommandForm>
  )
}

export function EndAbsenceForm({ formKey, absenceId, name }: { formKey: string; absenceId: string; name: string }) {
  const { t } = useTranslation('team')
  return (
    <CommandForm name="end-absence" formKey={`${formKey}.${absenceId}`}>
      <Hidden name="absenceId" value={absenceId} />
      <Button variant="quiet" aria-label={t('absences.endNamed', { name })}>
        {t('absences.end')}
      </Button>
    </CommandForm>
  )
}
