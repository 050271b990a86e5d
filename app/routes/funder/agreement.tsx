import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AskedQuestions } from '#app/features/questions/ui/edition-questions.tsx'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { EditionDownloads } from '#app/features/reports/ui/edition-downloads.tsx'
import { EditionView } from '#app/features/reports/ui/edition-view.tsx'
import { ReaderShell } from '#app/features/reports/ui/reader-shell.tsx'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const loader = page(fundedAgreementPage, {
  words: ['funding', 'questions', 'reports'],
  title: (t, { agreement }) => `${agreement.title ?? agreement.code} · ${t('funding:title')}`,
})
export const meta = titled

const files = ['pdf', 'xlsx'] as const

export default function FundedAgreement() {
  const { t } = useTranslation(['funding', 'questions'])
  const locale = useLocale()
  const { page } = useLoaderData<typeof loader>()
  const { operator, agreement, shown, editions } = page
  const name = agreement.title ?? agreement.code
  const base = `/financeur/${operator.slug}/conventions/${agreement.id}`
  const crumbs = {
    crumbs: [{ to: '/financeur', label: t('funding:title') }],
    here: agreement.code,
    crumbsLabel: t('funding:way'),
  }
  if (!shown)
    return (
      <ReaderShell>
        <PageHeader title={name} {...crumbs} meta={[operator.name]} />
        <EmptyState title={t('funding:waiting')}>{t('funding:waitingHelp', { operator: operator.name })}</EmptyState>
      </ReaderShell>
    )
  const source = `/financeur/${operator.slug}/editions/${shown.id}/origine`
  const others = editions.filter(({ id }) => id !== shown.id)
  return (
    <ReaderShell>
      <PageHeader
        title={shown.content.title}
        {...crumbs}
        meta={[
          `${name} ${shown.year}`,
          operator.name,
          t('funding:publishedOn', { edition: shown.edition, day: writtenInstant(shown.publishedAt, locale) }),
          <StatusTag key="frozen" tone="done">
            {t('funding:frozen')}
          </StatusTag>,
        ]}
        lede={shown.content.lede}
      />
      <EditionView
        content={shown.content}
        help={t('questions:whereFrom.help')}
        links={{
          figure: code => ({
            to: `${source}/${code}`,
            name: label => t('questions:whereFrom.figure', { label }),
          }),
          story: key => ({ to: `${source}/${key}`, label: t('questions:whereFrom.story') }),
        }}
      />
      <AskedQuestions content={shown.content} questions={shown.questions} base={source} />
      <Section title={t('funding:downloads')}>
        <EditionDownloads base={`/financeur/${operator.slug}/editions/${shown.id}`} formats={files} />
      </Section>
      {others.length > 0 ? (
        <Section title={t('funding:others')}>
          <ul className="space-y-1">
            {others.map(({ id, year, edition }) => (
              <li key={id}>
                <Link to={`${base}?edition=${id}`} className="inline-block py-1">
                  {t('funding:otherEdition', { year, edition })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </ReaderShell>
  )
}
