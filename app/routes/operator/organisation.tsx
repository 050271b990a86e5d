import { useLoaderData } from '@remix-run/react'
import { Merge, Pencil, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { recordNetworkStatus } from '#app/features/network/record-status.command.server.ts'
import { NetworkSection } from '#app/features/network/ui/network-section.tsx'
import { NormGapSection } from '#app/features/network/ui/norm-gap-section.tsx'
import { writeNormGap } from '#app/features/network/write-norm-gap.command.server.ts'
import { addEstablishment } from '#app/features/organisations/add-establishment.command.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { hasRegister } from '#app/features/organisations/company-search.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { OrganisationCases } from '#app/features/organisations/ui/organisation-cases.tsx'
import { OrganisationFacts } from '#app/features/organisations/ui/organisation-facts.tsx'
import { OrganisationForm } from '#app/features/organisations/ui/organisation-form.tsx'
import { OrganisationLabels } from '#app/features/organisations/ui/organisation-labels.tsx'
import { OrganisationPeople } from '#app/features/organisations/ui/organisation-people.tsx'
import { OrganisationPhotos } from '#app/features/organisations/ui/organisation-photos.tsx'
import { OrganisationSites } from '#app/features/organisations/ui/organisation-sites.tsx'
import { StandingMerges } from '#app/features/organisations/ui/standing-merges.tsx'
import { undoMerge } from '#app/features/organisations/undo-merge.command.server.ts'
import { updateEstablishment } from '#app/features/organisations/update-establishment.command.server.ts'
import { updateLabel } from '#app/features/organisations/update-label.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { act, on } from '#app/http/guard.server.ts'
import { pageBeside } from '#app/http/page-beside.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Columns } from '#app/ui/section.tsx'

export const loader = pageBeside(organisationPage, {
  words: ['organisations', 'choices', 'fields', 'cases', 'network'],
  title: (_t, { organisation }) => organisation.name,
  beside: async () => ({ hasRegister: hasRegister() }),
})
export const meta = titled

const back = {
  done: (_value: unknown, { params }: { params: { operator?: string; id?: string } }) => ({
    to: `/o/${params.operator}/structures/${params.id}`,
    toast: { key: 'saved' },
  }),
}
/** What is added to a sheet that was merged meanwhile is seen where it went. */
const added = {
  done: ({ organisationId }: { organisationId: string }, { params }: { params: { operator?: string } }) => ({
    to: `/o/${params.operator}/structures/${organisationId}`,
    toast: { key: 'saved' },
  }),
}
export const action = act({
  update: on(updateOrganisation, back),
  'add-person': on(addPerson, added),
  'update-person': on(updatePerson, back),
  'forget-person': on(forgetPerson, back),
  'add-establishment': on(addEstablishment, added),
  'update-establishment': on(updateEstablishment, back),
  'add-label': on(addLabel, added),
  'update-label': on(updateLabel, back),
  'undo-merge': on(undoMerge, back),
  'record-status': on(recordNetworkStatus, back),
  'write-norm-gap': on(writeNormGap, back),
})

export default function OrganisationRoute() {
  const { t } = useTranslation('organisations')
  const { page, beside, formKey } = useLoaderData<typeof loader>()
  const { organisation, base, isEditing } = page
  const own = `${base}/structures/${organisation.id}`
  return (
    <>
      <PageHeader
        title={organisation.name}
        crumbs={[{ to: `${base}/structures`, label: t('page.list') }]}
        crumbsLabel={t('page.way')}
        action={
          isEditing || page.into ? null : (
            <>
              {beside.hasRegister ? <LinkButton to={`${own}/annuaire`}>{t('company.open')}</LinkButton> : null}
              <LinkButton to={`${own}/historique`}>{t('page.history')}</LinkButton>
              <LinkButton to={`${own}/fusion`} icon={Merge}>
                {t('merge.open')}
              </LinkButton>
              <LinkButton to="?modifier=1" icon={Pencil}>
                {t('page.edit')}
              </LinkButton>
              <LinkButton
                to={`${base}/accompagnements/nouveau?structure=${organisation.id}`}
                variant="primary"
                icon={Plus}
              >
                {t('page.open')}
              </LinkButton>
            </>
          )
        }
      />
      <StandingMerges formKey={formKey} base={`${base}/structures`} into={page.into || null} merges={page.merges} />
      {isEditing ? (
        <OrganisationForm formKey={formKey} name="update" organisation={organisation} cancelTo={own} />
      ) : (
        <Columns
          side={
            <Card title={t('page.identity')}>
              <OrganisationFacts organisation={organisation} />
            </Card>
          }
        >
          <OrganisationPeople people={page.people} open={page.person} formKey={formKey} />
          <OrganisationSites
            sites={page.establishments}
            open={page.openEstablishment}
            formKey={formKey}
            siret={organisation.siret}
          />
          <OrganisationLabels labels={page.labels} open={page.openLabel} formKey={formKey} today={page.today} />
          <NetworkSection {...page.network} isOpen={page.isPlacing} formKey={formKey} today={page.today} />
          <NormGapSection writings={page.network.normGap} isOpen={page.isWritingGap} formKey={formKey} />
          <OrganisationCases cases={page.cases} base={base} />
          <OrganisationPhotos snapshots={page.snapshots} />
        </Columns>
      )}
    </>
  )
}
