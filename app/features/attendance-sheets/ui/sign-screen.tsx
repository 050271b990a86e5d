import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSessionAddress } from '#app/features/sessions/ui/use-session-address.ts'
import type { Locale } from '#app/i18n/formats.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SheetFacts, Signature } from '../sheet.ts'
import { PaidBy } from './paid-by.tsx'
import { useSheetWords } from './sheet-words.ts'
import { SignForm } from './sign-form.tsx'

type SignScreenProps = {
  page: {
    operator: string
    title: string | null
    funders: readonly string[]
    facts: SheetFacts
    hash: string
    line: { personName: string | null; organisation: string | null; signed: Signature | null }
  }
  formKey: string
  locale: Locale
}

/** What the consultant hands over with her device: one line, one thing to do. */
export function SignScreen({ page, formKey, locale }: SignScreenProps) {
  const { t } = useTranslation('sheets')
  const { address, level } = useSessionAddress()
  const { factsOf, signedWords } = useSheetWords(locale)
  const { line } = page
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="max-w-2xl">
      <Link to={`${address}/emargement`} className="-ml-1 inline-flex min-h-11 items-center gap-1">
        <Icon of={ChevronLeft} />
        {t('title')}
      </Link>
      <Heading className="wrap-anywhere">{line.personName ?? line.organisation}</Heading>
      <p className="mt-2">{t('statement', { operator: page.operator, title: page.title ?? t('untitled') })}</p>
      <p className="font-semibold">{factsOf(page.facts)}</p>
      <PaidBy names={page.funders} />
      {line.signed ? (
        <Notice tone="done">{signedWords(line.signed)}</Notice>
      ) : (
        <SignForm hash={page.hash} line={line} formKey={formKey} />
      )}
    </div>
  )
}
