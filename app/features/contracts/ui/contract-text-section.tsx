import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ContractPage } from '../contract.ts'
import { ContractReadiness } from './contract-readiness.tsx'

/** Where the contract is written and taken away, at the head of what it became. */
export function ContractTextSection({ page, base }: { page: ContractPage; base: string }) {
  const { t } = useTranslation('contractTexts')
  const isWritten = !page.missing.includes('text')
  const way = <LinkButton to={`${base}/convention`}>{t(isWritten ? 'change' : 'write')}</LinkButton>
  return (
    <Section title={t('title')} id="convention" note={t('help')} action={way}>
      <ContractReadiness missing={page.missing} base={base} />
    </Section>
  )
}
