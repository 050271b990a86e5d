import { useTranslation } from 'react-i18next'
import { formatNumber, type Locale } from '#app/i18n/formats.ts'
import { Section } from '#app/ui/section.tsx'
import { type Feedback, feedbackMean } from '../feedback.ts'

/** What organisations say of her missions, when there are enough of them. */
export function FeedbackSection({ feedback, locale }: { feedback: readonly Feedback[]; locale: Locale }) {
  const { t } = useTranslation('missions')
  const known = feedbackMean(feedback)
  return (
    <div className="mt-9">
      <Section title={t('feedback.title')} note={t('feedback.help')}>
        <p className={known ? 'font-semibold' : 'text-ink-2'}>
          {known
            ? t('feedback.mean', { mean: formatNumber(known.mean, locale, 1), answers: known.answers })
            : t('feedback.none')}
        </p>
      </Section>
    </div>
  )
}
