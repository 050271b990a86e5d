import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerQuestion } from '#app/features/questions/answer-question.command.server.ts'
import { AnsweredQuestions } from '#app/features/questions/ui/edition-questions.tsx'
import { editionPage } from '#app/features/reports/edition-page.query.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { reportFormats } from '#app/features/reports/report-formats.ts'
import { storiesTrace } from '#app/features/reports/stories-trace.ts'
import { EditionDownloads } from '#app/features/reports/ui/edition-downloads.tsx'
import { EditionStateTag } from '#app/features/reports/ui/edition-state.tsx'
import { EditionReady, EditionWaiting } from '#app/features/reports/ui/edition-status.tsx'
import { EditionView } from '#app/features/reports/ui/edition-view.tsx'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(editionPage, {
  words: ['questions', 'reports'],
  title: (t, { edition }) => t('reports:edition.heading', { year: edition.year, code: edition.code }),
})
export const action = act({
  publish: on(publishEdition, {
    done: ({ editionId }, { params }) => ({
      to: `/o/${params.operator}/rapports/${editionId}`,
      toast: { key: 'editionPublished' },
    }),
  }),
  answer: on(answerQuestion, {
    // The page's edition is in its address; the command knows it by the question.
    input: ({ form }) => form.values,
    done: ({ editionId }, { params }) => ({
      to: `/o/${params.operator}/rapports/${editionId}#questions`,
      toast: { key: 'questionAnswered' },
    }),
  }),
})
export const meta = titled

export default function Report() {
  const { t } = useTranslation('reports')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const { edition, content } = page
  const base = `/o/${page.operator}/rapports`
  const meta = [
    t('edition.number', { edition: edition.edition }),
    edition.builtAt ? t('edition.builtOn', { day: writtenInstant(edition.builtAt, locale) }) : null,
    edition.publishedAt ? t('edition.publishedOn', { day: writtenInstant(edition.publishedAt, locale) }) : null,
    <EditionStateTag key="state" state={edition.state} />,
  ].filter(fact => fact !== null)
  return (
    <>
      <PageHeader
        title={t('edition.heading', { year: edition.year, code: edition.code })}
        crumbs={[{ to: base, label: t('title') }]}
        crumbsLabel={t('edition.way')}
        here={t('edition.number', { edition: edition.edition })}
        meta={meta}
        {...(content && { lede: content.lede })}
      />
      <div className="mb-8 max-w-[54rem] space-y-5">
        {edition.state === 'requested' || edition.state === 'building' ? <EditionWaiting /> : null}
        {edition.state === 'failed' ? <Notice tone="stop">{t('failures.build-failed')}</Notice> : null}
        {edition.state === 'ready' ? <EditionReady formKey={formKey} canPublish={page.canPublish} /> : null}
        {edition.state === 'published' ? <Notice tone="done">{t('edition.publishedNote')}</Notice> : null}
        {content ? <EditionDownloads base={`${base}/${edition.id}/fichier`} formats={reportFormats} /> : null}
      </div>
      {content ? (
        <>
          <AnsweredQuestions
            content={content}
            questions={page.questions}
            formKey={formKey}
            canAnswer={page.canPublish}
            base={`${base}/${edition.id}`}
          />
          <EditionView
            content={content}
            links={{
              figure: code => ({
                to: `${base}/${edition.id}/chiffres/${code}`,
                name: label => t('document.figures.cases', { label }),
              }),
              stories: { to: `${base}/${edition.id}/chiffres/${storiesTrace}`, label: t('document.stories.cases') },
            }}
          />
        </>
      ) : null}
    </>
  )
}
