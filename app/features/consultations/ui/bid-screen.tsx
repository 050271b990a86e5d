import { useTranslation } from 'react-i18next'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Bid, budgetWithVat, termsTexts } from '../consultation.ts'
import { BidForm, IntentionForm } from './bid-forms.tsx'

/** What a provider reads behind its link, and how it answers: nothing of the others is here. */
export function BidScreen({ bid, formKey }: { bid: Bid; formKey: string }) {
  const { t } = useTranslation('bidding')
  const locale = useLocale()
  const { operator, brief, deadline, isOver, offer, intention } = bid
  return (
    <>
      <h1>{brief.title || t('untitled')}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">
        {t('lede', { operator, provider: brief.provider })}{' '}
        {isOver ? null : t('until', { day: formatDay(deadline, locale) })}
      </p>
      {isOver ? (
        <Notice title={t('overTitle')}>
          <p>{t(offer ? 'overWithOffer' : 'over', { day: formatDay(deadline, locale), operator })}</p>
        </Notice>
      ) : null}
      <Terms bid={bid} />
      {offer ? <Deposited bid={bid} /> : null}
      {isOver ? null : (
        <>
          {offer ? null : (
            <Section title={t('intentionTitle')} note={t('intentionHelp', { operator })}>
              <IntentionForm bid={bid} formKey={formKey} />
            </Section>
          )}
          {intention === 'no' && !offer ? null : (
            <Section title={t(offer ? 'changeTitle' : 'offerTitle')} note={t('offerHelp')} id="offre">
              <BidForm bid={bid} formKey={formKey} />
            </Section>
          )}
        </>
      )}
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('confidential', { operator })}</p>
    </>
  )
}

function Terms({ bid: { brief } }: { bid: Bid }) {
  const { t } = useTranslation('bidding')
  const locale = useLocale()
  const { texts, quarters, budgetCents, criteria } = brief
  const withVat = budgetWithVat(brief)
  return (
    <Section title={t('terms')}>
      <DescriptionList
        items={[
          ...(quarters === null ? [] : [{ term: t('days'), detail: formatNumber(quarters / 4, locale) }]),
          ...(budgetCents === null ? [] : [{ term: t('budget'), detail: formatEuros(budgetCents, locale) }]),
          ...(withVat === null
            ? []
            : [
                {
                  term: t('withVat', { rate: formatNumber((brief.vatBasisPoints ?? 0) / 100, locale) }),
                  detail: formatEuros(withVat, locale),
                },
              ]),
          ...termsTexts.flatMap(name => {
            const written = texts.find(one => one.name === name)
            return written
              ? [{ term: t(`texts.${name}`), detail: <p className="whitespace-pre-line">{written.text}</p> }]
              : []
          }),
        ]}
      />
      <Disclosure label={t('criteria')}>
        <ul className="list-disc pl-6">
          {criteria.map(({ label, weight }) => (
            <li key={label}>{t('criterion', { label, points: weight })}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

function Deposited({ bid: { offer, file } }: { bid: Bid }) {
  const { t } = useTranslation('bidding')
  const locale = useLocale()
  if (!offer) return null
  return (
    <Section title={t('yours')}>
      <Notice tone="done" role="status">
        <p>{t('received', { day: formatDay(offer.receivedOn, locale) })}</p>
      </Notice>
      <div className="mt-3">
        <DescriptionList
          items={[
            { term: t('offeredDays'), detail: formatNumber(offer.quarters / 4, locale) },
            { term: t('amount'), detail: formatEuros(offer.amountCents, locale) },
            ...(offer.note ? [{ term: t('note'), detail: <p className="whitespace-pre-line">{offer.note}</p> }] : []),
            { term: t('file'), detail: file?.name ?? t('noFile') },
          ]}
        />
      </div>
    </Section>
  )
}
