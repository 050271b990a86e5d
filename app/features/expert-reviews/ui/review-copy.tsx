import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { type Copy, textKeys } from '../expert-review.ts'

/** What is said of the case without a word of its own: classes, a region, scores. */
export function CopyFacts({ copy }: { copy: Copy }) {
  const { t } = useTranslation(['expertReviews', 'choices'])
  const locale = useLocale()
  const forms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  const { legalForm, region, size, budget } = copy
  const facts = [
    { term: t('expertReviews:facts.programme'), detail: copy.programme[locale] },
    ...(legalForm ? [{ term: t('expertReviews:facts.legalForm'), detail: forms[legalForm] ?? legalForm }] : []),
    ...(region ? [{ term: t('expertReviews:facts.region'), detail: region }] : []),
    ...(size ? [{ term: t('expertReviews:facts.size'), detail: t(`expertReviews:sizes.${size}`) }] : []),
    ...(budget ? [{ term: t('expertReviews:facts.budget'), detail: t(`expertReviews:budgets.${budget}`) }] : []),
    ...Object.entries(copy.scores).map(([domain, score]) => ({
      term: domains[domain] ?? domain,
      detail: t('expertReviews:score', { score }),
    })),
  ]
  return <DescriptionList items={facts} />
}

/** The passages of a copy, as they were struck through. */
export function CopyTexts({ copy }: { copy: Copy }) {
  const { t } = useTranslation('expertReviews')
  return (
    <>
      {textKeys.map(key =>
        copy.texts[key] ? (
          <div key={key} className="mt-5">
            <h3>{t(`texts.${key}`)}</h3>
            <p className="max-w-2xl whitespace-pre-line">{copy.texts[key]}</p>
          </div>
        ) : null,
      )}
    </>
  )
}
