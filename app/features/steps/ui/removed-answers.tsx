import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { answerWords, type RemovedAnswer } from '../answers.ts'

/** What was answered to questions that the programme asks no more: read, and written no more. */
export function RemovedAnswers({ removed }: { removed: readonly RemovedAnswer[] }) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  if (removed.length === 0) return null
  return (
    <Section title={t('removed')} note={t('removedHelp')}>
      <DescriptionList
        items={removed.map(({ question, value }) => ({
          term: question.label[locale],
          detail: answerWords(question, value, locale),
        }))}
      />
    </Section>
  )
}
