import { useTranslation } from 'react-i18next'
import { originOf } from '#app/features/snapshots/figure-origin.ts'
import { photoWords } from '#app/features/snapshots/photo-words.ts'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { expertiseDomains } from '../expertise-domains.ts'
import { photoFigures, type ShownDiagnostic } from '../shown-diagnostic.ts'
import { ContestForm } from './contest-form.tsx'
import { NeedWeightLine } from './need-weight-line.tsx'
import { ScoreChart } from './score-chart.tsx'
import { ValidationForm } from './validation-form.tsx'

type Props = { diagnostic: ShownDiagnostic; formKey: string; locale: Locale }

/** What a leader reads on her phone, and the one answer that she gives. */
export function DiagnosticValidation({ diagnostic, formKey, locale }: Props) {
  const { t } = useTranslation('personalLink')
  const { organisation, operator, validated } = diagnostic
  return (
    <>
      <h1>{organisation ? t('diagnostic.title', { organisation }) : t('diagnostic.titleUnnamed')}</h1>
      {validated ? (
        <Done validated={validated} locale={locale} />
      ) : (
        <p className="my-4 font-serif text-xl leading-relaxed">{t('diagnostic.lede', { operator })}</p>
      )}
      <Photo snapshot={diagnostic.snapshot} locale={locale} />
      <Needs needs={diagnostic.needs} />
      <Findings diagnostic={diagnostic} />
      {validated ? null : (
        <ContestForm
          formKey={formKey}
          name={diagnostic.person?.name ?? null}
          lines={diagnostic.lines}
          contests={diagnostic.contests}
        />
      )}
      {validated ? null : <ValidationForm diagnostic={diagnostic} formKey={formKey} />}
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('diagnostic.privacy', { operator })}</p>
    </>
  )
}

function Done({ validated, locale }: { validated: NonNullable<ShownDiagnostic['validated']>; locale: Locale }) {
  const { t } = useTranslation('personalLink')
  const on = day(validated.on)
  return (
    <div className="my-5">
      <Notice tone="done" title={t('diagnostic.doneTitle')} role="status">
        {on ? <p>{t('diagnostic.done', { on: formatDay(on, locale, 'long'), by: validated.by ?? '' })}</p> : null}
        {validated.reservation ? (
          <p>{t('diagnostic.doneReservation', { reservation: validated.reservation })}</p>
        ) : null}
      </Notice>
    </div>
  )
}

function Photo({ snapshot, locale }: { snapshot: ShownDiagnostic['snapshot']; locale: Locale }) {
  const { t } = useTranslation(['personalLink', 'fields', 'choices'])
  const takenOn = day(snapshot?.takenOn)
  if (!snapshot || !takenOn) return null
  const items = photoFigures.flatMap(figure => {
    const value = snapshot[figure]
    if (value === null) return []
    const { on, origin, certainty } = originOf(snapshot, figure)
    const ownDay = on === snapshot.takenOn ? undefined : day(on)
    const from = [
      ownDay ? formatDay(ownDay, locale) : null,
      origin ? t(`choices:origin.${origin}`) : null,
      certainty ? t(`choices:certainty.${certainty}`) : null,
    ].filter(words => words !== null)
    return [
      {
        term: t(`fields:${figure}`),
        detail: (
          <>
            {formatNumber(value, locale)}
            {from.length > 0 ? <span className="block text-ink-2">{from.join(' · ')}</span> : null}
          </>
        ),
      },
    ]
  })
  const words = photoWords(snapshot, {
    kind: code => t(`choices:funderKinds.${code as 'state'}`),
    scale: scale => t('choices:outOfFour', { scale }),
  }).map(({ field, text }) => ({ term: t(`fields:${field}`), detail: text }))
  return (
    <Section title={t('personalLink:diagnostic.photo', { on: formatDay(takenOn, locale, 'long') })}>
      <DescriptionList items={[...items, ...words]} />
    </Section>
  )
}

function Needs({ needs }: { needs: ShownDiagnostic['needs'] }) {
  const { t } = useTranslation('personalLink')
  return (
    <Section title={t('diagnostic.needs')}>
      {needs.length === 0 ? (
        <p>{t('diagnostic.noNeeds')}</p>
      ) : (
        <ol className="list-decimal space-y-1.5 pl-6">
          {needs.map(need => (
            <li key={need.id}>
              <p>{need.title}</p>
              <NeedWeightLine urgency={need.urgency} jobsEffect={need.jobsEffect} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Findings({ diagnostic }: { diagnostic: ShownDiagnostic }) {
  const { t } = useTranslation(['personalLink', 'choices'])
  const domains = expertiseDomains.flatMap(domain => {
    const standing = diagnostic.situation[domain]
    if (!standing || (standing.score === null && !standing.text)) return []
    const score = standing.score === null ? null : t('personalLink:diagnostic.score', { score: standing.score })
    return [{ term: t(`choices:domain.${domain}`), detail: [score, standing.text].filter(Boolean).join(' · ') }]
  })
  return (
    <>
      {(['conclusions', 'strengths', 'brakes'] as const).map(part => {
        const text = diagnostic[part]
        return text ? (
          <Section key={part} title={t(`personalLink:diagnostic.${part}`)}>
            <p className="whitespace-pre-line">{text}</p>
          </Section>
        ) : null
      })}
      {domains.length > 0 ? (
        <Section title={t('personalLink:diagnostic.situation')}>
          <div className="mb-6">
            <ScoreChart scores={diagnostic.scores} />
          </div>
          <DescriptionList items={domains} />
        </Section>
      ) : null}
    </>
  )
}
