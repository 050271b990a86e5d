import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ratesPage } from '#app/features/follow-ups/rates-page.query.server.ts'
import { PairsTable, RatesTable, SilentTable, TrackedPairsTable } from '#app/features/follow-ups/ui/rates-tables.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(ratesPage, { words: ['followUps'], title: t => t('followUps:rates.title') })
export const meta = titled

/** Who answered the waves of a year, and who did not. */
export default function FollowUpRates() {
  const { t } = useTranslation('followUps')
  const { page } = useLoaderData<typeof loader>()
  const { year, isMine } = page
  const at = (of: number, mine: boolean) => `?annee=${of}${mine ? '&qui=moi' : ''}`
  return (
    <>
      <PageHeader
        title={t('rates.title')}
        lede={t('rates.lede')}
        action={
          <div className="flex flex-wrap gap-2">
            <LinkButton to={at(year - 1, isMine)}>{year - 1}</LinkButton>
            <LinkButton to={at(year + 1, isMine)}>{year + 1}</LinkButton>
            <LinkButton to={at(year, !isMine)}>{t(isMine ? 'rates.everybody' : 'rates.mine')}</LinkButton>
          </div>
        }
      />
      <p className="mb-6 font-semibold">{t(isMine ? 'rates.ofMine' : 'rates.ofAll', { year })}</p>
      <Section title={t('rates.byWave')} note={t('rates.byWaveNote')}>
        <RatesTable rates={page.rates} />
      </Section>
      <Section title={t('rates.pairs')} note={t('rates.pairsNote')}>
        <PairsTable pairs={page.pairs} />
      </Section>
      <Section title={t('rates.tracked')} note={t('rates.trackedNote')}>
        <TrackedPairsTable pairs={page.tracked} />
      </Section>
      <Section
        title={t('rates.silent', { count: page.silentCount })}
        note={t('rates.silentNote', { shown: page.silent.length, total: page.silentCount })}
      >
        <SilentTable silent={page.silent} base={page.base} />
      </Section>
    </>
  )
}
