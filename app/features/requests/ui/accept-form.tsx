import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { departmentName } from '#app/features/organisations/place.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'

type Candidate = { id: string; name: string; siret: string | null; department: string | null }
export type AcceptFormProps = {
  formKey: string
  base: string
  request: { version: number; place: string | null; organisationName: string | null }
  same: Candidate | null
  likely: readonly Candidate[]
  searched: readonly Candidate[]
  text: string | null
  programmes: readonly { code: string; name: string }[]
  practitioners: readonly { id: string; name: string }[]
  me: string | null
}

/** Which organisation it is, known or new, and the case that begins. */
export function AcceptForm(props: AcceptFormProps) {
  const { formKey, base, request, same, likely, searched, text, programmes, practitioners, me } = props
  const { t } = useTranslation(['requests', 'fields'])
  const form = useForm('accept')
  const known = [...(same ? [same] : []), ...likely, ...searched]
  const described = ({ siret, department }: Candidate) =>
    [siret, department && departmentName(department)].filter(Boolean).join(' · ')
  const isNew = { value: 'new', label: t('requests:accept.new', { name: request.organisationName }) }
  return (
    <Section title={t('requests:accept.title')}>
      <Form method="get" role="search" className="mb-6 flex max-w-2xl flex-wrap items-end gap-4 *:first:grow">
        <TextField name="texte" type="search" label={t('requests:accept.search')} defaultValue={text ?? ''} />
        <Button>{t('requests:accept.submitSearch')}</Button>
      </Form>
      {text && searched.length === 0 ? <p role="status">{t('requests:accept.notFound')}</p> : null}
      <CommandForm
        name="accept"
        formKey={formKey}
        key={`${form.generation}${text ?? ''}`}
        className="max-w-3xl space-y-6"
      >
        <FormTroubles
          form={form}
          fields={[
            { name: 'organisation', label: t('requests:accept.organisation') },
            { name: 'commune', label: t('fields:commune') },
            { name: 'programme', label: t('fields:programme') },
            { name: 'practitionerId', label: t('fields:practitionerId') },
          ]}
        />
        <Hidden name="version" value={form.version(request.version)} />
        {likely.map(({ id }) => (
          <Hidden key={id} name="seen" value={id} />
        ))}
        <ChoiceGroup
          {...form.field('organisation', same?.id ?? (known.length === 0 ? 'new' : null))}
          label={t('requests:accept.organisation')}
          hint={likely.length > 0 ? t('requests:accept.likely') : undefined}
          required
          options={[
            ...known.map(candidate => ({
              value: candidate.id,
              label: candidate.name,
              hint: [candidate.id === same?.id ? t('requests:accept.sameNumber') : '', described(candidate)]
                .filter(Boolean)
                .join(' · '),
            })),
            ...(same ? [] : [isNew]),
          ]}
        />
        {known.length > 0 ? (
          <p>
            {known.map(({ id, name }) => (
              <Link key={id} to={`${base}/structures/${id}`} className="mr-5 inline-block py-1">
                {t('requests:accept.see', { name })}
              </Link>
            ))}
          </p>
        ) : null}
        {same ? null : (
          <TextField
            {...form.field('commune')}
            label={t('fields:commune')}
            hint={t('requests:accept.communeHint', { place: request.place ?? '…' })}
            autoComplete="off"
          />
        )}
        <FieldRow>
          <Select
            {...form.field('programme', programmes[0]?.code)}
            label={t('fields:programme')}
            options={programmes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Select
            {...form.field('practitionerId', me)}
            label={t('fields:practitionerId')}
            options={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FieldRow>
        <Button variant="primary">{t('requests:accept.submit')}</Button>
      </CommandForm>
    </Section>
  )
}
