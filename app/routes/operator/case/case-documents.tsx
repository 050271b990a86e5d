import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { documentsPage } from '#app/features/accompaniments/documents-page.query.server.ts'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(documentsPage, {
  words: ['cases'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.documents')}`,
})
export const meta = titled

export default function CaseDocuments() {
  const { t } = useTranslation('cases')
  const { page } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  if (page.documents.length === 0)
    return <EmptyState title={t('documents.emptyTitle')}>{t('documents.empty')}</EmptyState>
  return (
    <Section title={t('documents.title')} note={t('documents.filesLater')}>
      <ul className="divide-y divide-line">
        {page.documents.map(({ kind, tab, on, seen }) => (
          <li key={kind} className="space-y-1 py-3">
            <p>
              <Link to={`${page.base}/${tab}`} className="inline-block py-0.5 font-semibold">
                {t(`documents.${kind}`)}
              </Link>{' '}
              <span className="text-ink-2">
                {on === null
                  ? t('documents.written')
                  : t(kind === 'diagnostic' ? 'documents.validatedOn' : 'documents.heldOn', { on: dayWords(on) })}
              </span>
            </p>
            {seen ? (
              <p className="whitespace-pre-wrap">
                <span className="text-ink-2">{t('documents.seen')} : </span>
                {seen}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
