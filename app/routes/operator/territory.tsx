import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DocumentLinks } from '#app/features/documents/ui/document-links.tsx'
import { addChallenge } from '#app/features/territories/add-challenge.command.server.ts'
import { territoryPage } from '#app/features/territories/territory-page.query.server.ts'
import { ChallengesSection } from '#app/features/territories/ui/challenges-section.tsx'
import { TerritoryCases } from '#app/features/territories/ui/territory-cases.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(territoryPage, {
  words: ['territories', 'files'],
  title: (_t, { territory }) => territory.name,
})
export const meta = titled
export const action = act({
  challenge: on(addChallenge, {
    done: ({ challengeId }, { params }) => ({
      to: `/o/${params.operator}/territoires/${params.territoryId}/defis/${challengeId}`,
      toast: { key: 'saved' },
    }),
  }),
})

export default function TerritoryScreen() {
  const { t } = useTranslation('territories')
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  const { territory, seats } = page
  const list = `${page.base}/territoires`
  const here = `${list}/${territory.id}`
  const label = territory.label ?? t(`kinds.${territory.kind}`)
  return (
    <>
      <PageHeader
        title={territory.name}
        crumbs={[{ to: list, label: t('title') }]}
        crumbsLabel={t('crumbs')}
        here={territory.name}
        lede={territory.labelledOn ? t('labelledOn', { label, on: dayWords(territory.labelledOn) }) : label}
        action={
          <>
            <LinkButton to={`${here}/fiche`}>{t('editSheet')}</LinkButton>
            <LinkButton to={`${here}/historique`} variant="quiet">
              {t('history')}
            </LinkButton>
          </>
        }
      />
      <TerritoryCases page={page} />
      <ChallengesSection challenges={page.challenges} base={here} formKey={formKey} />
      <Section title={t('roadmap')} id="feuille-de-route">
        <p className="max-w-2xl whitespace-pre-line">{territory.roadmap ?? t('noRoadmap')}</p>
      </Section>
      <Section title={t('governance')} id="gouvernance">
        {seats.length > 0 ? (
          <DescriptionList
            items={seats.map(({ name, college, role }) => ({
              term: name,
              detail: [role, t(`colleges.${college}`)].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <p className="text-ink-2">{t('noSeat')}</p>
        )}
        <Link to={`${here}/fiche#gouvernance`} className="mt-2 inline-flex min-h-11 items-center">
          {t('toGovernance')}
        </Link>
      </Section>
      <Section title={t('perimeter')} id="perimetre">
        <p>
          {[...territory.departments.map(({ code, name }) => `${name} (${code})`), ...territory.communes].join(', ')}
        </p>
      </Section>
      <Section title={t('take')} note={t('takeHelp')}>
        <DocumentLinks base={`${here}/feuille-de-route`} />
      </Section>
    </>
  )
}
