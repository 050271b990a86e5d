import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

export type AboutProps = {
  formKey: string
  about: {
    version: number
    operatorBase: string
    organisation: { id: string; name: string } | null
    asksOrganisation: boolean
    asksPerson: boolean
    contactPersonId: string | null
    people: readonly { id: string; name: string; role: string | null }[]
  }
  /** What was looked for, and what was found. */
  search: { text: string | null; found: readonly { id: string; name: string; department: string | null }[] }
}

/** Whom the case is about: the organisation that takes a project over, the person who is trained. */
export function AboutForm({ formKey, about, search }: AboutProps) {
  const { t } = useTranslation('steps')
  const { organisation, operatorBase } = about
  return (
    <Section id="structure" title={about.asksPerson ? t('about.person') : t('about.organisation')}>
      {organisation ? (
        <p>
          <Link to={`${operatorBase}/structures/${organisation.id}`}>{organisation.name}</Link>
        </p>
      ) : (
        <FindAttached search={search} formKey={formKey} about={about} />
      )}
      {organisation && about.asksPerson ? <PersonForm formKey={formKey} about={about} /> : null}
    </Section>
  )
}

function PersonForm({ formKey, about }: Omit<AboutProps, 'search'>) {
  const { t } = useTranslation('steps')
  const form = useForm('attach')
  const { organisation, operatorBase, people, contactPersonId, version } = about
  return (
    <CommandForm name="attach" formKey={formKey} key={form.generation} className="mt-4 max-w-xl space-y-4">
      <FormTroubles form={form} fields={[{ name: 'contactPersonId', label: t('about.who') }]} />
      <Hidden name="version" value={form.version(version)} />
      <Select
        {...form.field('contactPersonId', contactPersonId)}
        label={t('about.who')}
        placeholder={t('choose')}
        options={people.map(({ id, name, role }) => ({ value: id, label: role ? `${name} (${role})` : name }))}
      />
      <p>
        <Link to={`${operatorBase}/structures/${organisation?.id}?personne=nouvelle#personne`}>
          {t('about.addPerson')}
        </Link>
      </p>
      <Button>{t('about.savePerson')}</Button>
    </CommandForm>
  )
}

function FindAttached({ search: { text, found }, formKey, about }: AboutProps) {
  const { t } = useTranslation('steps')
  const form = useForm('attach')
  return (
    <>
      <p className="mb-3 text-ink-2">{t('about.none')}</p>
      <Form method="get" role="search" className="flex max-w-2xl flex-wrap items-end gap-4 *:first:grow">
        <TextField name="structure" type="search" label={t('about.search')} defaultValue={text ?? ''} />
        <Button>{t('about.submit')}</Button>
      </Form>
      {text && found.length === 0 ? (
        <p role="status" className="mt-4">
          {t('about.notFound')}{' '}
          <Link to={`${about.operatorBase}/structures/nouvelle?nom=${encodeURIComponent(text)}`}>
            {t('about.create')}
          </Link>
        </p>
      ) : null}
      {found.length > 0 ? (
        <CommandForm name="attach" formKey={formKey} key={form.generation} className="mt-4 max-w-2xl">
          <FormTroubles form={form} fields={[{ name: 'organisationId', label: t('about.organisation') }]} />
          <Hidden name="version" value={form.version(about.version)} />
          <ul className="divide-y divide-line">
            {found.map(({ id, name, department }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <span>
                  <span className="font-semibold">{name}</span> <span className="text-ink-2">{department}</span>
                </span>
                <Button name="organisationId" value={id} aria-label={t('about.attach', { name })}>
                  {t('about.attachShort')}
                </Button>
              </li>
            ))}
          </ul>
        </CommandForm>
      ) : null}
    </>
  )
}
