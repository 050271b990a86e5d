import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField, Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { ForgetPerson } from './forget-person.tsx'

export type PersonShown = {
  id: string
  version: number
  name: string
  email: string | null
  phone: string | null
  role: string | null
  function: string
  fromOn: string | null
  toOn: string | null
}

/** A person of the organisation: somebody new, or one whose sheet is corrected. */
export function PersonForm({ formKey, person }: { formKey: string; person: PersonShown | null }) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const name = person ? 'update-person' : 'add-person'
  const form = useForm(name)
  const functions: Record<string, string> = t('choices:function', { returnObjects: true })
  const ids = { name: 'f-person-name', email: 'f-person-email', phone: 'f-person-phone', role: 'f-person-role' }
  return (
    <Card
      id="personne"
      title={t(person ? 'organisations:page.personEditTitle' : 'organisations:page.personTitle')}
      className="mb-5"
    >
      <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'name', label: t('fields:name'), id: ids.name },
            { name: 'function', label: t('fields:function'), words: functions },
            { name: 'role', label: t('fields:role'), id: ids.role },
            { name: 'fromOn', label: t('fields:fromOn') },
            { name: 'toOn', label: t('fields:toOn') },
            { name: 'email', label: t('fields:email'), id: ids.email },
            { name: 'phone', label: t('fields:phone'), id: ids.phone },
          ]}
        />
        {person ? (
          <>
            <Hidden name="personId" value={person.id} />
            <Hidden name="version" value={form.version(person.version)} />
          </>
        ) : null}
        <FieldRow>
          <TextField
            {...form.field('name', person?.name)}
            id={ids.name}
            label={t('fields:name')}
            required
            autoComplete="off"
          />
          <TextField {...form.field('role', person?.role)} id={ids.role} label={t('fields:role')} autoComplete="off" />
        </FieldRow>
        <Select
          {...form.field('function', person?.function ?? 'leader')}
          label={t('fields:function')}
          options={Object.entries(functions).map(([value, label]) => ({ value, label }))}
        />
        <FieldRow>
          <DateField {...form.field('fromOn', person?.fromOn)} label={t('fields:fromOn')} />
          <DateField {...form.field('toOn', person?.toOn)} label={t('fields:toOn')} />
        </FieldRow>
        <FieldRow>
          <TextField
            {...form.field('email', person?.email)}
            id={ids.email}
            type="email"
            label={t('fields:email')}
            autoComplete="off"
          />
          <TextField
            {...form.field('phone', person?.phone)}
            id={ids.phone}
            type="tel"
            label={t('fields:phone')}
            autoComplete="off"
          />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('organisations:page.savePerson')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
      {person ? (
        <div className="mt-6">
          <ForgetPerson person={person} formKey={formKey} />
        </div>
      ) : null}
    </Card>
  )
}
