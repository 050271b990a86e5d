import { Link } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField, Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { departmentName } from '../place.ts'

type Site = {
  id: string
  version: number
  name: string
  siret: string | null
  commune: string | null
  department: string | null
  openedOn: string | null
  closedOn: string | null
}
type Props = { sites: readonly Site[]; open: string | null; formKey: string; siret: string | null }

/** Where the organisation works besides its seat. */
export function OrganisationSites({ sites, open, formKey, siret }: Props) {
  const { t } = useTranslation(['organisations'])
  const dayWords = useDayWords()
  const edited = sites.find(({ id }) => id === open)
  const facts = (site: Site) =>
    [
      site.siret,
      site.siret !== null && site.siret === siret && t('organisations:sites.seat'),
      site.commune ?? (site.department && departmentName(site.department)),
      site.openedOn && t('organisations:page.since', { on: dayWords(site.openedOn) }),
      site.closedOn && t('organisations:sites.closed', { on: dayWords(site.closedOn) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section
      title={t('organisations:sites.title')}
      action={
        open === 'nouveau' ? null : (
          <LinkButton to="?etablissement=nouveau#etablissement" icon={Plus}>
            {t('organisations:sites.add')}
          </LinkButton>
        )
      }
    >
      {edited || open === 'nouveau' ? (
        <SiteForm formKey={formKey} site={edited ?? null} key={edited?.id ?? 'nouveau'} />
      ) : null}
      {sites.length === 0 && !open ? <p className="text-ink-2">{t('organisations:sites.none')}</p> : null}
      <ul className="divide-y divide-line">
        {sites.map(site => (
          <li key={site.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{site.name}</p>
              <p className="text-ink-2">{facts(site)}</p>
            </div>
            <Link
              to={`?etablissement=${site.id}#etablissement`}
              aria-label={t('organisations:sites.edit', { name: site.name })}
              className="inline-block py-1.5"
            >
              {t('organisations:page.edit')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SiteForm({ formKey, site }: { formKey: string; site: Site | null }) {
  const { t } = useTranslation(['organisations', 'fields', 'common'])
  const name = site ? 'update-establishment' : 'add-establishment'
  const form = useForm(name)
  const ids = { name: 'f-site-name', siret: 'f-site-siret', commune: 'f-site-commune' }
  return (
    <Card
      id="etablissement"
      title={t(site ? 'organisations:sites.editTitle' : 'organisations:sites.newTitle')}
      className="mb-5"
    >
      <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'name', label: t('fields:name'), id: ids.name },
            { name: 'siret', label: t('fields:siret'), id: ids.siret },
            { name: 'commune', label: t('fields:commune'), id: ids.commune },
            { name: 'openedOn', label: t('organisations:sites.openedOn') },
            { name: 'closedOn', label: t('organisations:sites.closedOn') },
          ]}
        />
        {site ? (
          <>
            <Hidden name="establishmentId" value={site.id} />
            <Hidden name="version" value={form.version(site.version)} />
          </>
        ) : null}
        <TextField
          {...form.field('name', site?.name)}
          id={ids.name}
          label={t('fields:name')}
          hint={t('organisations:sites.nameHint')}
          required
          autoComplete="off"
        />
        <FieldRow>
          <TextField
            {...form.field('siret', site?.siret)}
            id={ids.siret}
            label={t('fields:siret')}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField
            {...form.field('commune', site?.commune)}
            id={ids.commune}
            label={t('fields:commune')}
            hint={t('organisations:form.communeHint')}
            autoComplete="off"
          />
        </FieldRow>
        <FieldRow>
          <DateField {...form.field('openedOn', site?.openedOn)} label={t('organisations:sites.openedOn')} />
          <DateField {...form.field('closedOn', site?.closedOn)} label={t('organisations:sites.closedOn')} />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('organisations:sites.save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
