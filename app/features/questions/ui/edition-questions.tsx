import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { EditionContent } from '#app/features/reports/edition-content.ts'
import { editionSource, sourceLabel } from '#app/features/reports/edition-source.ts'
import { storiesTrace } from '#app/features/reports/stories-trace.ts'
import { Section } from '#app/ui/section.tsx'
import type { Question } from '../question.ts'
import { AnswerForm } from './answer-form.tsx'
import { QuestionThread } from './question-thread.tsx'

type Asked = { content: EditionContent; questions: readonly Question[] }

/** What the funder asked about an edition, as its operator reads and answers it. */
export function AnsweredQuestions({
  content,
  questions,
  formKey,
  canAnswer,
  base,
}: Asked & { formKey: string; canAnswer: boolean; base: string }) {
  const { t } = useTranslation('questions')
  if (questions.length === 0) return null
  return (
    <Section id="questions" title={t('section.ofFunder')} note={t('section.ofFunderHelp')}>
      <ul>
        {questions.map(question => (
          <QuestionThread
            key={question.id}
            question={question}
            heading={
              <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                <About content={content} about={question.about} />
                <Link to={`${base}/chiffres/${traceBehind(content, question.about)}`} className="inline-block py-1">
                  {t('section.cases')}
                  <span className="sr-only"> : {sourceLabel(content, question.about)}</span>
                </Link>
              </p>
            }
          >
            {question.answeredAt ? null : canAnswer ? (
              <AnswerForm questionId={question.id} name={question.askedByName} formKey={formKey} />
            ) : (
              <p className="text-ink-2">{t('section.onlyManagers')}</p>
            )}
          </QuestionThread>
        ))}
      </ul>
    </Section>
  )
}

/** The same, as the funder finds it again under the report: each leads to what it is about. */
export function AskedQuestions({ content, questions, base }: Asked & { base: string }) {
  const { t } = useTranslation('questions')
  if (questions.length === 0) return null
  return (
    <Section id="questions" title={t('section.mine')}>
      <ul>
        {questions.map(question => (
          <QuestionThread
            key={question.id}
            question={question}
            heading={
              <p>
                <Link to={`${base}/${question.about}#questions`} className="inline-block py-1">
                  <About content={content} about={question.about} />
                </Link>
              </p>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function About({ content, about }: { content: EditionContent; about: string }) {
  const { t } = useTranslation('questions')
  const label = sourceLabel(content, about)
  const isStory = editionSource(content, about)?.kind === 'story'
  return <strong>{t(isStory ? 'section.aboutStory' : 'section.about', { label })}</strong>
}

/** The quotations of an edition have one trace, a figure its own. */
const traceBehind = (content: EditionContent, about: string) =>
  editionSource(content, about)?.kind === 'story' ? storiesTrace : about
