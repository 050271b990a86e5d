import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addSeat } from '#app/features/territories/add-seat.command.server.ts'
import { editTerritory } from '#app/features/territories/edit-territory.command.server.ts'
import { removeSeat } from '#app/features/territories/remove-seat.command.server.ts'
import { territorySheet } from '#app/features/territories/territory-sheet.query.server.ts'
import { GovernanceSection } from '#app/features/territories/ui/governance.tsx'
import { TerritoryForm } from '#app/features/territories/ui/territory-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(territorySheet, {
  words: ['territories'],
  title: (t, { territory }) => `${territory.name} · ${t('territories:sheetTitle')}`,
})
export const meta = titled

type Params = { params: { operator?: string; territoryId?: string } }
const back = (part: string) => ({
  done: (_value: unknown, { params }: Params) => ({
    to: `/o/${params.operator}/territoires/${params.territoryId}${part}`,
    toast: { key: 'saved' },
  }),
})
export const action = act({
  territory: on(editTerritory, back('')),
  'add-seat': on(addSeat, back('/fiche#gouvernance')),
  'remove-seat': on(removeSeat, back('/fiche#gouvernance')),
})

export default function TerritorySheet() {
  const { t } = useTranslation('territories')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { base, territory, seats } = page
  const here = `${base}/${territory.id}`
  return (
    <>
      <PageHeader
        title={t('sheetTitle')}
        crumbs={[
          { to: base, label: t('title') },
          { to: here, label: territory.name },
        ]}
        crumbsLabel={t('crumbs')}
        here={t('sheetTitle')}
      />
      <GovernanceSection seats={seats} formKey={formKey} />
      <Section title={t('editSheet')} id="fiche">
        <TerritoryForm territory={territory} formKey={formKey} cancelTo={here} />
      </Section>
    </>
  )
}
