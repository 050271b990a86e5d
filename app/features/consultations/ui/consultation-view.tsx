import { useTranslation } from 'react-i18next'
import { useForm } from '#app/http/form.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ConsultationPage } from '../consultation.ts'
import { isAnswerTimeOver } from '../consultation-rules.ts'
import { DecisionSection } from './decision-section.tsx'
import { GridForm } from './grid-form.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { OffersSection } from './offers-section.tsx'
import { OpenForm } from './open-form.tsx'

type ConsultationViewProps = { page: ConsultationPage; formKey: string; base: string }

/** From the terms to the choice: only what can be done now is offered. */
export function ConsultationView({ page, formKey, base }: ConsultationViewProps) {
  const { t } = useTranslation('consultations')
  const form = useForm('open')
  const { consultation, terms, engineering, offers, today } = page
  const writeTerms = <LinkButton to={`${base}/cahier-des-charges`}>{t('writeTerms')}</LinkButton>
  if (!consultation) {
    if (engineering.state !== 'draft')
      return (
        <Section title={t('consultation')}>
          <Notice title={t('boughtWithout')}>
            <p>
              {engineering.unconsultedReason
                ? t('boughtBecause', { reason: engineering.unconsultedReason })
                : t('boughtUnexplained')}
            </p>
          </Notice>
        </Section>
      )
    return (
      <Section title={t('consultation')} note={t('consultationHelp')}>
        {terms?.agreedOn ? null : (
          <Notice tone="late" action={writeTerms}>
            {t('termsFirst')}
          </Notice>
        )}
        <OpenForm key={form.generation} page={page} formKey={formKey} />
      </Section>
    )
  }
  const isOver = isAnswerTimeOver(consultation.deadline, today)
  return (
    <>
      <InvitationsSection page={page} formKey={formKey} />
      <OffersSection page={page} formKey={formKey} base={base} />
      {consultation.decidedOn || offers.length === 0 ? null : isOver ? (
        <GridForm page={page} formKey={formKey} />
      ) : (
        <Notice>{t('gridLater')}</Notice>
      )}
      {consultation.decidedOn || (isOver && offers.length > 0) ? (
        <DecisionSection page={page} formKey={formKey} base={base} />
      ) : null}
    </>
  )
}
