import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { answerReferral } from '#app/features/accompaniments/answer-referral.command.server.ts'
import { chooseAgreements } from '#app/features/accompaniments/choose-agreements.command.server.ts'
import { intakePage } from '#app/features/accompaniments/intake-page.query.server.ts'
import { referAccompaniment } from '#app/features/accompaniments/refer-accompaniment.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { setProjectPlace } from '#app/features/accompaniments/set-project-place.command.server.ts'
import { AgreementsForm } from '#app/features/accompaniments/ui/agreements-form.tsx'
import { CaseTerritory } from '#app/features/accompaniments/ui/case-territory.tsx'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { IntakeForm } from '#app/features/accompaniments/ui/intake-form.tsx'
import { ProjectPlace } from '#app/features/accompaniments/ui/project-place.tsx'
import { Referrals } from '#app/features/accompaniments/ui/referral-forms.tsx'
import { TransitionSection } from '#app/features/accompaniments/ui/transition-section.tsx'
import { asText } from '#app/features/history/changes.ts'
import { askPartner } from '#app/features/referrals/ask-partner.command.server.ts'
import { forgetPartner } from '#app/features/referrals/forget-partner.command.server.ts'
import { tieCase } from '#app/features/territories/tie-case.command.server.ts'
import { ChallengesOfCase } from '#app/features/territories/ui/challenges-of-case.tsx'
import { untieCase } from '#app/features/territories/untie-case.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'

export const loader = page(intakePage, {
  words: ['cases', 'choices', 'fields', 'guards', 'referrals', 'territories'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.accueil')}`,
})
export const meta = titled

const here = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/accueil`,
    toast: { key: toast },
  }),
})
export const action = act({
  'save-intake': on(saveIntake, here('saved')),
  refer: on(referAccompaniment, here('saved')),
  'answer-referral': on(answerReferral, here('saved')),
  'ask-partner': on(askPartner, here('saved')),
  'forget-partner': on(forgetPartner, here('saved')),
  'choose-agreements': on(chooseAgreements, here('saved')),
  'set-place': on(setProjectPlace, here('saved')),
  tie: on(tieCase, here('saved')),
  untie: on(untieCase, here('saved')),
  'advance.hold_intake': on(advanceCase, here('caseMoved')),
  'advance.start_diagnostic': on(advanceCase, here('caseMoved')),
  'advance.declare_ineligible': on(advanceCase, here('caseMoved')),
})

export default function CaseIntake() {
  const { t } = useTranslation('cases')
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  const { previous, base } = page
  return (
    <>
      {previous ? (
        <div className="mb-6">
          <Notice>
            <Link to={`${base}/accompagnements/${previous.number}`}>
              {t('intake.previous', { number: previous.number, on: dayWords(previous.lastOn) })}
            </Link>
          </Notice>
        </div>
      ) : null}
      <TransitionSection
        transitions={page.transitions}
        formKey={formKey}
        today={page.today}
        dated={{ hold_intake: asText(page.values.intakeOn), start_diagnostic: '' }}
      />
      <IntakeForm {...page} formKey={formKey} />
      <Referrals referrals={page.referrals} formKey={formKey} today={page.today} canEnd={page.canRefer} />
      {page.place ? <ProjectPlace place={page.place.typed} version={page.version} formKey={formKey} /> : null}
      <CaseTerritory territory={page.territory} />
      <ChallengesOfCase tied={page.challenges} toTie={page.challengesToTie} base={base} formKey={formKey} />
      <AgreementsForm formKey={formKey} chosen={page.agreements} agreements={page.agreementsToChoose} />
    </>
  )
}
