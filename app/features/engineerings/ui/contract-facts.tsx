import { useTranslation } from 'react-i18next'
import { formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Meter } from '#app/ui/meter.tsx'
import type { Engineering, ProviderChoice } from '../engineering.ts'
import { useEngineeringWords } from './engineering-words.ts'

type ContractFactsProps = { engineering: Engineering; providers: readonly ProviderChoice[]; heldQuarters: number }

/** The contract in a few lines, and how many of its days are held. */
export function ContractFacts({ engineering, providers, heldQuarters }: ContractFactsProps) {
  const { t } = useTranslation(['engineerings', 'common'])
  const locale = useLocale()
  const { dayText, periodOf } = useEngineeringWords()
  const { orderedQuarters, amountCents, lateReason } = engineering
  const held = formatNumber(heldQuarters / 4, locale)
  const days =
    orderedQuarters === null
      ? t('engineerings:daysHeldOnly', { held })
      : t('engineerings:daysHeld', { held, ordered: formatNumber(orderedQuarters / 4, locale) })
  const provider = providers.find(({ id }) => id === engineering.providerId)?.name
  const late = lateReason ? t('engineerings:late', { reason: lateReason }) : null
  const unknown = t('common:unknown')
  return (
    <>
      <p>{days}</p>
      {orderedQuarters ? <Meter label={days} value={heldQuarters} max={orderedQuarters} /> : null}
      <div className="mt-2">
        <DescriptionList
          items={[
            { term: t('engineerings:provider'), detail: provider ?? t('engineerings:noProvider') },
            { term: t('engineerings:period'), detail: periodOf(engineering) ?? unknown },
            {
              term: t('engineerings:form.amount'),
              detail: amountCents === null ? unknown : formatEuros(amountCents, locale),
            },
            {
              term: t('engineerings:signed'),
              detail: [dayText(engineering.signedOn), late].filter(Boolean).join(' · ') || t('engineerings:unsigned'),
            },
            ...(engineering.unconsultedReason
              ? [{ term: t('engineerings:unconsulted'), detail: engineering.unconsultedReason }]
              : []),
            ...(engineering.deliveredOn
              ? [{ term: t('engineerings:delivered'), detail: dayText(engineering.deliveredOn) }]
              : []),
            ...(engineering.paidOn ? [{ term: t('engineerings:paid'), detail: dayText(engineering.paidOn) }] : []),
          ]}
        />
      </div>
    </>
  )
}
