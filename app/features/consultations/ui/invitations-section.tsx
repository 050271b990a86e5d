import { useTranslation } from 'react-i18next'
import { useReferenceWords } from '#app/features/references/ui/cited-list.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ConsultationPage, Invitation } from '../consultation.ts'
import { OpenForm } from './open-form.tsx'

/** Who was asked, and who said that an offer will come. */
export function InvitationsSection({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const locale = useLocale()
  const form = useForm('open')
  const words = useReferenceWords()
  const { consultation, invitations } = page
  if (!consultation) return null
  const isOver = consultation.decidedOn !== null
  return (
    <Section title={t('asked')} note={t('answersUntil', { day: formatDay(consultation.deadline, locale) })}>
      {consultation.waiverReason ? (
        <p className="mb-3">
          {t('waiver')} {consultation.waiverReason} ({consultation.waiverDocument})
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {invitations.map(invitation => (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <div>
              <p className="font-semibold">{invitation.provider}</p>
              <p className="text-sm text-ink-2">{t('sentOn', { day: formatDay(invitation.sentOn, locale) })}</p>
              {page.references.some(({ providerId }) => providerId === invitation.providerId) ? (
                <p className="text-sm text-ink-2">
                  {t('referencesHint', {
                    list: page.references
                      .filter(({ providerId }) => providerId === invitation.providerId)
                      .map(words)
                      .join(' ; '),
                  })}
                </p>
              ) : null}
            </div>
            <Intention invitation={invitation} formKey={formKey} canChange={!isOver} />
          </li>
        ))}
      </ul>
      {isOver ? null : (
        <Disclosure label={t('extendTitle')} open={form.reply !== null}>
          <OpenForm key={form.generation} page={page} formKey={formKey} />
        </Disclosure>
      )}
    </Section>
  )
}

type IntentionProps = { invitation: Invitation; formKey: string; canChange: boolean }

function Intention({ invitation, formKey, canChange }: IntentionProps) {
  const { t } = useTranslation('consultations')
  const { intention } = invitation
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StatusTag tone={intention === 'yes' ? 'done' : intention === 'no' ? 'stop' : 'neutral'}>
        {t(`intentions.${intention ?? 'unknown'}`)}
      </StatusTag>
      {canChange
        ? (['yes', 'no'] as const)
            .filter(answer => answer !== intention)
            .map(answer => (
              <CommandForm key={answer} name="intention" formKey={`${formKey}.${invitation.id}.${answer}`}>
                <Hidden name="invitationId" value={invitation.id} />
                <Hidden name="intention" value={answer} />
                <Button variant="quiet" aria-label={t(`willBidNamed.${answer}`, { name: invitation.provider })}>
                  {t(`willBid.${answer}`)}
                </Button>
              </CommandForm>
            ))
        : null}
    </div>
  )
}
