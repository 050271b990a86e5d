import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { useForm } from '#app/http/form.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type Challenge, challengeNatures, type Measure } from '../territory.ts'
import { ChallengeForm } from './challenge-form.tsx'

type Shown = Challenge & { measured: number; last: Measure | null; change: number | null }

/** The challenges of a territory by their nature, each with what its indicator says last. */
export function ChallengesSection({
  challenges,
  base,
  formKey,
}: {
  challenges: readonly Shown[]
  /** The address of the territory. */
  base: string
  formKey: string
}) {
  const { t } = useTranslation('territories')
  const form = useForm('challenge')
  return (
    <Section title={t('challenges')} note={t('challengesHelp')} id="defis">
      {challengeNatures.map(nature => {
        const own = challenges.filter(challenge => challenge.nature === nature)
        return (
          <div key={nature} className="mb-6">
            <h3>{t(`natures.${nature}`)}</h3>
            {own.length === 0 ? <p className="text-ink-2">{t('noChallenge')}</p> : null}
            <ul className="space-y-4">
              {own.map(challenge => (
                <li key={challenge.id} className="border-l-3 border-line pl-4">
                  <ChallengeLine challenge={challenge} base={base} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Disclosure label={t('addChallenge')} open={form.reply !== null}>
        <ChallengeForm formKey={formKey} />
      </Disclosure>
    </Section>
  )
}

function ChallengeLine({ challenge, base }: { challenge: Shown; base: string }) {
  const { t } = useTranslation('territories')
  const { id, title, words, indicator, closedOn } = challenge
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <Link to={`${base}/defis/${id}`} className="inline-flex min-h-11 items-center font-semibold">
          {title}
        </Link>
        <StatusTag tone={closedOn ? 'done' : 'now'}>{t(closedOn ? 'closedTag' : 'openTag')}</StatusTag>
      </p>
      {words ? <p className="whitespace-pre-line">{words}</p> : null}
      {indicator ? <IndicatorLine challenge={challenge} indicator={indicator} /> : null}
    </>
  )
}

function IndicatorLine({ challenge, indicator }: { challenge: Shown; indicator: string }) {
  const { t } = useTranslation('territories')
  const locale = useLocale()
  const dayWords = useDayWords()
  const { unit, last, change } = challenge
  const value = last ? [formatNumber(last.value, locale), unit].filter(Boolean).join(' ') : null
  return (
    <p className="text-ink-2">
      {value && last
        ? t('lastMeasure', { indicator, value, on: dayWords(last.measuredOn), source: last.source })
        : t('neverMeasured', { indicator })}
      {change === null ? null : ` ${t('sinceFirst', { change: signed(change, locale) })}`}
    </p>
  )
}

const signed = (change: number, locale: 'fr' | 'en') => `${change > 0 ? '+' : ''}${formatNumber(change, locale)}`
