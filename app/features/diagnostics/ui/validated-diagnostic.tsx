import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FormValues } from '../diagnostic-form.ts'
import { expertiseDomains } from '../expertise-domains.ts'
import { NeedWeightLine } from './need-weight-line.tsx'
import type { NeedShown } from './needs-fields.tsx'

export type ValidatedDiagnosticProps = {
  values: FormValues
  needs: readonly NeedShown[]
  validation: { on: string; by: string | null; function: string | null; reservation: string | null }
}

const texts = ['participants', 'documentsSeen', 'strengths', 'brakes', 'conclusions'] as const

/** The text that the organisation validated, with its reservations: read, no longer written. */
export function ValidatedDiagnostic({ values, needs, validation }: ValidatedDiagnosticProps) {
  const { t } = useTranslation(['diagnostics', 'fields', 'choices'])
  const dayWords = useDayWords()
  const by = [validation.by, validation.function].filter(Boolean).join(', ')
  const written = expertiseDomains.filter(
    domain => values[`situation.${domain}.score`] !== null || values[`situation.${domain}.text`],
  )
  return (
    <Section title={t('diagnostics:writing')} note={t('diagnostics:readOnly')} id="diagnostic">
      <div className="space-y-5">
        <Notice tone="done" title={t('diagnostics:validated', { on: dayWords(validation.on), by })}>
          {validation.reservation ? (
            <p className="whitespace-pre-wrap">
              <strong>{t('diagnostics:reservation')}</strong>
              <br />
              {validation.reservation}
            </p>
          ) : null}
        </Notice>
        <ol className="list-decimal space-y-1 pl-6">
          {needs.map(({ id, title, domain, urgency, jobsEffect, reservation }) => (
            <li key={id}>
              {title}{' '}
              <span className="text-ink-2">{domainWords(t('choices:domain', { returnObjects: true }), domain)}</span>
              <NeedWeightLine urgency={urgency} jobsEffect={jobsEffect} />
              {reservation ? <p className="text-amber">{t('diagnostics:needReservation', { reservation })}</p> : null}
            </li>
          ))}
        </ol>
        <DescriptionList
          items={[
            ...texts.flatMap(name =>
              values[name]
                ? [{ term: t(`fields:${name}`), detail: <p className="whitespace-pre-wrap">{values[name]}</p> }]
                : [],
            ),
            ...written.map(domain => {
              const score = values[`situation.${domain}.score`]
              return {
                term: t(`choices:domain.${domain}`),
                detail: (
                  <p className="whitespace-pre-wrap">
                    {[score === null || score === undefined ? null : `${score}/4`, values[`situation.${domain}.text`]]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                ),
              }
            }),
          ]}
        />
      </div>
    </Section>
  )
}

const domainWords = (words: Readonly<Record<string, string>>, domain: string) => words[domain] ?? ''
