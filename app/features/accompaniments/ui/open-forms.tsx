import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CaseLines, type CaseOfOrganisation } from '#app/features/organisations/ui/organisation-cases.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

type Found = {
  id: string
  name: string
  siret: string | null
  rna: string | null
  siretDraft: string | null
  department: string | null
  cases: number
}

/** First step: the organisation, by its name or one of its numbers, or created. */
export function FindOrganisation({
  text,
  found,
  base,
  canBeProject,
}: {
  canBeProject: boolean
  text: string | null
  found: readonly Found[]
  base: string
}) {
  const { t } = useTranslation('cases')
  const create = `${base}/structures/nouvelle?pour=accompagnement${text ? `&nom=${encodeURIComponent(text)}` : ''}`
  return (
    <Section title={t('open.step1')}>
      <Form method="get" role="search" className="flex max-w-2xl flex-wrap items-end gap-4 *:first:grow">
        <TextField name="texte" type="search" label={t('open.search')} defaultValue={text ?? ''} autoFocus />
        <Button variant={found.length > 0 ? 'plain' : 'primary'}>{t('open.submit')}</Button>
      </Form>
      {text ? (
        <p role="status" className="mt-5 font-semibold">
          {found.length > 0 ? t('open.found', { count: found.length }) : t('open.notFound')}
        </p>
      ) : null}
      {found.length > 0 ? (
        <ul className="mt-2 max-w-2xl divide-y divide-line">
          {found.map(({ id, name, siret, rna, siretDraft, department }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                <p className="text-ink-2">{[siret ?? siretDraft ?? rna, department].filter(Boolean).join(' · ')}</p>
              </div>
              <LinkButton to={`?structure=${id}`} aria-label={t('open.choose', { name })}>
                {t('open.chooseShort')}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
      {text ? (
        <div className="mt-6 flex flex-wrap items-center gap-4">
          <p>{t('open.createHelp')}</p>
          <LinkButton to={create} variant={found.length > 0 ? 'plain' : 'primary'}>
            {t('open.create')}
          </LinkButton>
        </div>
      ) : null}
      {canBeProject ? (
        <p className="mt-6">
          <Link to="?projet=1">{t('open.project')}</Link>
        </p>
      ) : null}
    </Section>
  )
}

export type OpenFormProps = {
  formKey: string
  base: string
  today: string
  /** None for a project. */
  organisation: { id: string; name: string; cases: CaseOfOrganisation[] } | null
  programmes: readonly { code: string; name: string }[]
  practitioners: readonly { id: string; name: string }[]
  me: string | null
  agreements: readonly { id: string; code: string; funder: string }[]
  /** The case to go on with, and the need that was told. */
  follows: { number: string; wave: string | null; need: string | null } | null
}

function ChosenOrganisation({
  organisation,
  base,
}: {
  organisation: NonNullable<OpenFormProps['organisation']>
  base: string
}) {
  const { t } = useTranslation('cases')
  return (
    <Section title={t('open.organisation')}>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Link
          to={`${base}/structures/${organisation.id}`}
          className="inline-block py-1 font-serif text-xl font-semibold"
        >
          {organisation.name}
        </Link>
        <Link to="?" className="inline-block py-1">
          {t('open.change')}
        </Link>
      </p>
      {organisation.cases.length > 0 ? (
        <div className="mt-3 max-w-3xl">
          <Notice tone="late" title={t('open.already', { count: organisation.cases.length })}>
            <CaseLines cases={organisation.cases} base={base} />
          </Notice>
        </div>
      ) : null}
    </Section>
  )
}

/** Second step: what the organisation asks for. */
export function OpenForm(props: OpenFormProps) {
  const { formKey, base, today, organisation, programmes, practitioners, me, agreements, follows } = props
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  const form = useForm('open')
  const channels: Record<string, string> = t('choices:channel', { returnObjects: true })
  return (
    <>
      {organisation ? <ChosenOrganisation organisation={organisation} base={base} /> : null}
      <Section title={t('cases:open.step2')}>
        <CommandForm name="open" formKey={formKey} className="max-w-3xl space-y-6">
          <FormTroubles
            form={form}
            fields={(
              [
                'programme',
                'title',
                'place',
                'channel',
                'requestedOn',
                'practitionerId',
                'prescriber',
                'motive',
              ] as const
            ).map(name => ({ name, label: t(`fields:${name}`) }))}
          />
          {follows ? (
            <Notice title={t('cases:open.follows', { number: follows.number })}>
              <p>{t('cases:open.followsHelp')}</p>
              <Hidden name="follows" value={follows.number} />
            </Notice>
          ) : null}
          {organisation ? (
            <Hidden name="organisationId" value={organisation.id} />
          ) : (
            <FieldRow>
              <TextField {...form.field('title')} label={t('cases:open.projectTitle')} />
              <TextField {...form.field('place')} label={t('fields:place')} hint={t('cases:intake.placeHint')} />
            </FieldRow>
          )}
          <FieldRow>
            <Select
              {...form.field('programme', programmes[0]?.code)}
              label={t('fields:programme')}
              options={programmes.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <DateField {...form.field('requestedOn', today)} label={t('fields:requestedOn')} max={today} />
          </FieldRow>
          <ChoiceGroup
            {...form.field('channel', follows ? 'returning' : null)}
            label={t('fields:channel')}
            options={Object.entries(channels).map(([value, label]) => ({ value, label }))}
          />
          <TextField {...form.field('prescriber')} label={t('fields:prescriber')} />
          <TextArea {...form.field('motive', follows?.need)} label={t('fields:motive')} />
          <Select
            {...form.field('practitionerId', me)}
            label={t('fields:practitionerId')}
            options={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {agreements.length > 0 ? (
            <ChoiceGroup
              name="agreements"
              multiple
              label={t('fields:agreements')}
              hint={t('cases:open.agreementsHint')}
              options={agreements.map(({ id, code, funder }) => ({ value: id, label: `${funder} (${code})` }))}
            />
          ) : null}
          <ActionBar>
            <Button variant="primary">{t('cases:open.confirm')}</Button>
          </ActionBar>
        </CommandForm>
      </Section>
    </>
  )
}
