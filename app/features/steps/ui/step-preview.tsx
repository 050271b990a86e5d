import { useTranslation } from 'react-i18next'
import type { ProgrammeStep } from '#app/features/programmes/programme-definition.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { QuestionField } from './question-field.tsx'
import { conditionWords } from './question-list.tsx'

/** The pages of the steps as a practitioner will see them; nothing is sent from here. */
export function StepPreviews({ steps }: { steps: readonly ProgrammeStep[] }) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const asking = steps.filter(({ questions }) => questions && questions.length > 0)
  const form = {
    field: (name: string) => ({ name: `preview.${name}`, defaultValue: '', errors: undefined }),
  }
  return (
    <Section title={t('preview')} id="apercu" note={t('previewHelp')}>
      <div className="space-y-5">
        {asking.map(({ code, label, purpose, questions = [] }) => (
          <Card key={code} title={label[locale]}>
            {purpose ? <p className="mb-4 text-ink-2">{purpose[locale]}</p> : null}
            <div className="space-y-6">
              {questions.map(question => {
                const words = conditionWords(question, questions, locale)
                return (
                  <QuestionField
                    key={question.code}
                    question={question}
                    form={form}
                    stored=""
                    condition={words && t('condition', { question: words[0], answers: words[1] })}
                    before={null}
                  />
                )
              })}
            </div>
          </Card>
        ))}
      </div>
    </Section>
  )
}
