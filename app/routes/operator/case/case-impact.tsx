import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TransitionSection } from '#app/features/accompaniments/ui/transition-section.tsx'
import { DocumentLinks } from '#app/features/documents/ui/document-links.tsx'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { addParty } from '#app/features/impact/add-party.command.server.ts'
import { advanceStudy } from '#app/features/impact/advance-study.command.server.ts'
import { askParties } from '#app/features/impact/ask-parties.command.server.ts'
import { impactPage } from '#app/features/impact/impact-page.query.server.ts'
import { removeEffect } from '#app/features/impact/remove-effect.command.server.ts'
import { removeIndicator } from '#app/features/impact/remove-indicator.command.server.ts'
import { revokeImpactParty } from '#app/features/impact/revoke-party.command.server.ts'
import { saveImpactConclusions } from '#app/features/impact/save-conclusions.command.server.ts'
import { saveEffect } from '#app/features/impact/save-effect.command.server.ts'
import { saveImpactFrame } from '#app/features/impact/save-frame.command.server.ts'
import { saveIndicator } from '#app/features/impact/save-indicator.command.server.ts'
import { EffectsSection } from '#app/features/impact/ui/effects-section.tsx'
import { FrameSection } from '#app/features/impact/ui/frame-section.tsx'
import { IndicatorsSection } from '#app/features/impact/ui/indicators-section.tsx'
import { ConclusionsSection, MeasuresSection } from '#app/features/impact/ui/measures-section.tsx'
import { PartiesSection } from '#app/features/impact/ui/parties-section.tsx'
import { takeStep } from '#app/features/steps/take-step.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Section } from '#app/ui/section.tsx'

export const loader = page(impactPage, {
  words: ['impact', 'cases', 'guards', 'fields', 'files'],
  drafts: draftsHere,
  title: (t, { number }) => `${number} · ${t('impact:title')}`,
})
export const meta = titled

type Where = { params: { operator?: string; number?: string } }
const here = (toast: string) => ({
  done: (_value: unknown, { params }: Where) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/impact`,
    toast: { key: toast },
  }),
})
export const action = act({
  'save-frame': on(saveImpactFrame, here('saved')),
  'save-effect': on(saveEffect, here('saved')),
  'remove-effect.*': on(removeEffect, here('saved')),
  'save-indicator': on(saveIndicator, here('saved')),
  'remove-indicator.*': on(removeIndicator, here('saved')),
  'advance-study': on(advanceStudy, here('saved')),
  'add-party': on(addParty, here('saved')),
  'revoke-party': on(revokeImpactParty, here('saved')),
  'ask-parties': on(askParties, here('partiesAsked')),
  'save-conclusions': on(saveImpactConclusions, here('saved')),
  'take.*': on(takeStep, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    done: ({ tab }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${params.number}/${tab ?? ''}`,
      toast: { key: 'caseMoved' },
    }),
  }),
})

export default function CaseImpact() {
  const { t } = useTranslation('impact')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { study, effects, indicators, parties, measures, base } = page
  return (
    <>
      <TransitionSection transitions={page.transitions} formKey={formKey} today={page.today} />
      <FrameSection study={study} formKey={formKey} />
      {study ? (
        <>
          <EffectsSection effects={effects} stage={study.stage} open={page.openEffect} formKey={formKey} />
          <IndicatorsSection
            indicators={indicators}
            effects={effects}
            stage={study.stage}
            open={page.openIndicator}
            formKey={formKey}
          />
          <PartiesSection parties={parties} stage={study.stage} formKey={formKey} />
          {study.stage === 'framing' ? null : (
            <>
              <MeasuresSection indicators={indicators} parties={parties} measures={measures} />
              <ConclusionsSection study={study} formKey={formKey} />
            </>
          )}
          <Section title={t('document.section')} id="fiche">
            <DocumentLinks base={`${base}/impact/fichier`} />
          </Section>
        </>
      ) : null}
    </>
  )
}
