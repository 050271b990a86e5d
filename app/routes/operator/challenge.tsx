import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { challengePage } from '#app/features/territories/challenge-page.query.server.ts'
import { closeChallenge } from '#app/features/territories/close-challenge.command.server.ts'
import { editChallenge } from '#app/features/territories/edit-challenge.command.server.ts'
import { recordMeasure } from '#app/features/territories/record-measure.command.server.ts'
import { removeMeasure } from '#app/features/territories/remove-measure.command.server.ts'
import { reopenChallenge } from '#app/features/territories/reopen-challenge.command.server.ts'
import { ChallengeCases } from '#app/features/territories/ui/challenge-cases.tsx'
import { ChallengeForm } from '#app/features/territories/ui/challenge-form.tsx'
import { ChallengeEnd, ChallengeMeasures } from '#app/features/territories/ui/challenge-measures.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(challengePage, {
  words: ['territories'],
  title: (_t, { challenge }) => challenge.title,
})
export const meta = titled

const here = {
  done: (
    _value: unknown,
    { params }: { params: { operator?: string; territoryId?: string; challengeId?: string } },
  ) => ({
    to: `/o/${params.operator}/territoires/${params.territoryId}/defis/${params.challengeId}`,
    toast: { key: 'saved' },
  }),
}
export const action = act({
  challenge: on(editChallenge, here),
  measure: on(recordMeasure, here),
  'remove-measure': on(removeMeasure, here),
  close: on(closeChallenge, here),
  reopen: on(reopenChallenge, here),
})

export default function ChallengeScreen() {
  const { t } = useTranslation('territories')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { base, territory, challenge, measures, today } = page
  return (
    <>
      <PageHeader
        title={challenge.title}
        crumbs={[
          { to: base, label: t('title') },
          { to: `${base}/${territory.id}`, label: territory.name },
        ]}
        crumbsLabel={t('crumbs')}
        here={challenge.title}
        lede={t(`natures.${challenge.nature}`)}
      />
      {challenge.words ? <p className="max-w-2xl whitespace-pre-line">{challenge.words}</p> : null}
      <Section title={t('measures')} id="mesures">
        <ChallengeMeasures measures={measures} challenge={challenge} today={today} formKey={formKey} />
      </Section>
      <Section title={t('tied.cases')} note={t('tied.casesHelp')} id="dossiers">
        <ChallengeCases cases={page.cases} base={base.replace(/\/territoires$/, '')} />
      </Section>
      <Section title={t(challenge.closedOn ? 'challenge.ended' : 'challenge.end')} id="fin">
        <ChallengeEnd challenge={challenge} today={today} formKey={formKey} />
      </Section>
      <Section title={t('challenge.edit')} id="modifier">
        <ChallengeForm challenge={challenge} formKey={formKey} />
      </Section>
    </>
  )
}
