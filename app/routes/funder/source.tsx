import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askQuestion } from '#app/features/questions/ask-question.command.server.ts'
import { editionSourcePage } from '#app/features/questions/edition-source-page.query.server.ts'
import { AskForm } from '#app/features/questions/ui/ask-form.tsx'
import { QuestionThread } from '#app/features/questions/ui/question-thread.tsx'
import { FigureFacts, StoryFacts } from '#app/features/questions/ui/source-facts.tsx'
import { ReaderShell } from '#app/features/reports/ui/reader-shell.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(editionSourcePage, {
  words: ['funding', 'questions', 'reports'],
  title: (t, { source }) => (source.kind === 'figure' ? source.figure.label : t('questions:source.storyTitle')),
})
export const action = act({
  ask: on(askQuestion, {
    done: ({ editionId, about }, { params }) => ({
      to: `/financeur/${params.operator}/editions/${editionId}/origine/${about}#questions`,
      toast: { key: 'questionAsked' },
    }),
  }),
})
export const meta = titled

export default function FundedSource() {
  const { t } = useTranslation(['funding', 'questions'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, agreementId, editionId, locale, source, questions } = page
  const frozen = { ...page.frozen, locale }
  const report = `/financeur/${operator.slug}/conventions/${agreementId}?edition=${editionId}`
  return (
    <ReaderShell>
      <PageHeader
        title={source.kind === 'figure' ? source.figure.label : t('questions:source.storyTitle')}
        crumbs={[{ to: report, label: t('questions:source.report', { year: frozen.year, code: frozen.code }) }]}
        crumbsLabel={t('questions:source.way')}
        here={t('questions:source.here')}
        meta={[operator.name]}
      />
      {source.kind === 'figure' ? (
        <FigureFacts {...source} frozen={frozen} operator={operator.name} />
      ) : (
        <StoryFacts story={source.story} frozen={frozen} operator={operator.name} />
      )}
      <Section id="questions" title={t('questions:section.title')}>
        {questions.length === 0 ? (
          <p className="mb-5 text-ink-2">{t('questions:section.none')}</p>
        ) : (
          <ul className="mb-5">
            {questions.map(question => (
              <QuestionThread key={question.id} question={question} />
            ))}
          </ul>
        )}
        <AskForm formKey={formKey} operator={operator.name} />
      </Section>
    </ReaderShell>
  )
}
