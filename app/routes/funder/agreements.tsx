import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fundedAgreementsPage } from '#app/features/reports/funded-agreements.query.server.ts'
import { ReaderShell } from '#app/features/reports/ui/reader-shell.tsx'
import { writtenDay } from '#app/features/reports/written-day.ts'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { pageAcrossOperators } from '#app/http/across-operators.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = pageAcrossOperators('funder', fundedAgreementsPage, {
  words: ['funding'],
  title: t => t('funding:title'),
})
export const meta = titled

export default function FundedAgreements() {
  const { t } = useTranslation('funding')
  const { page } = useLoaderData<typeof loader>()
  return (
    <ReaderShell>
      <PageHeader title={t('title')} lede={t('lede')} />
      {page.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState> : null}
      {page.map(({ operator, agreements }) => (
        <Section key={operator.slug} title={operator.name}>
          <div className="grid gap-5">
            {agreements.map(agreement => (
              <AgreementCard key={agreement.id} operator={operator.slug} agreement={agreement} />
            ))}
          </div>
        </Section>
      ))}
    </ReaderShell>
  )
}

type Agreement = ReturnType<typeof useLoaderData<typeof loader>>['page'][number]['agreements'][number]

function AgreementCard({ operator, agreement }: { operator: string; agreement: Agreement }) {
  const { t } = useTranslation('funding')
  const locale = useLocale()
  const { id, code, title, startsOn, endsOn, latest } = agreement
  return (
    <Card title={title ?? code} level={3}>
      <p className="text-ink-2">
        {title ? `${code} · ` : ''}
        {t('dates', { from: writtenDay(startsOn, locale), to: writtenDay(endsOn, locale) })}
      </p>
      {latest ? (
        <>
          <p className="mt-3 max-w-[62ch] font-serif text-lg leading-relaxed">{latest.lede}</p>
          <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
            <LinkButton to={`/financeur/${operator}/conventions/${id}`} variant="primary">
              {t('read', { year: latest.year })}
            </LinkButton>
            <p className="text-[0.9375rem] text-ink-2">
              {t('latest', {
                year: latest.year,
                edition: latest.edition,
                day: writtenInstant(latest.publishedAt, locale),
              })}
            </p>
          </div>
        </>
      ) : (
        <p className="mt-3">{t('notYet')}</p>
      )}
    </Card>
  )
}
