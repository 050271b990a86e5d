import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
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
  words: ['funding', 'reports'],
  title: (t, { agreement }) => `${agreement.title ?? agreement.code} · ${t('funding:title')}`,
})
export const meta = titled

const files = ['pdf', 'xlsx'] as const

export default function FundedAgreement() {
  const { t } = useTranslation('funding')
  const locale = useLocale()
  const { page } = useLoaderData<typeof loader>()
  const { operator, agreement, shown, editions } = page
  const name = agreement.title ?? agreement.code
  const base = `/financeur/${operator.slug}/conventions/${agreement.id}`
  const crumbs = { crumbs: [{ to: '/financeur', label: t('title') }], here: agreement.code, crumbsLabel: t('way') }
  if (!shown)
    return (
      <ReaderShell>
        <PageHeader title={name} {...crumbs} meta={[operator.name]} />
        <EmptyState title={t('waiting')}>{t('waitingHelp', { operator: operator.name })}</EmptyState>
      </ReaderShell>
    )
  const others = editions.filter(({ id }) => id !== shown.id)
  return (
    <ReaderShell>
      <PageHeader
        title={shown.content.title}
        {...crumbs}
        meta={[
          `${name} ${shown.year}`,
          operator.name,
          t('publishedOn', { edition: shown.edition, day: writtenInstant(shown.publishedAt, locale) }),
          <StatusTag key="frozen" tone="done">
            {t('frozen')}
          </StatusTag>,
        ]}
        lede={shown.content.lede}
      />
      <EditionView content={shown.content} />
      <Section title={t('downloads')}>
        <EditionDownloads base={`/financeur/${operator.slug}/editions/${shown.id}`} formats={files} />
      </Section>
      {others.length > 0 ? (
        <Section title={t('others')}>
          <ul className="space-y-1">
            {others.map(({ id, year, edition }) => (
              <li key={id}>
                <Link to={`${base}?edition=${id}`} className="inline-block py-1">
                  {t('otherEdition', { year, edition })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </ReaderShell>
  )
}
