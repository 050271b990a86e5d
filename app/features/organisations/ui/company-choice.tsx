import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Company, CompanySearch } from '../company.ts'

type Props = {
  /** Null before anything is asked. */
  search: CompanySearch | null
  words: string | null
  /** Where the choice of a company leads. */
  chosenAt: (company: Company) => string
}

/** The State's register of companies: a question, what it answers, or why it does not; nothing where it is off. */
export function CompanyChoice({ search, words, chosenAt }: Props) {
  const { t } = useTranslation('organisations')
  if (search?.kind === 'off') return null
  return (
    <section aria-labelledby="annuaire" className="mb-8 max-w-3xl">
      <h2 id="annuaire" className="text-lg">
        {t('company.title')}
      </h2>
      <p className="mb-3 text-ink-2">{t('company.help')}</p>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-4 *:first:grow">
        <TextField key={words} name="cherche" type="search" label={t('company.search')} defaultValue={words ?? ''} />
        <Button>{t('company.submit')}</Button>
      </Form>
      {search?.kind === 'unavailable' ? (
        <div className="mt-4">
          <Notice tone="late" title={t(`company.${search.why}`)} role="status">
            <p>{t('company.byHand')}</p>
          </Notice>
        </div>
      ) : null}
      {search?.kind === 'found' ? (
        <>
          <p role="status" className="mt-4 font-semibold">
            {search.companies.length > 0
              ? t('company.found', { count: search.companies.length })
              : t('company.notFound')}
          </p>
          <ul className="divide-y divide-line">
            {search.companies.map(company => (
              <li key={company.siren} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <div className="min-w-0">
                  <p className="font-semibold">
                    {company.name} {company.isClosed ? <StatusTag tone="stop">{t('company.closed')}</StatusTag> : null}
                  </p>
                  <p className="text-ink-2">
                    {[company.siret ?? company.siren, company.place].filter(Boolean).join(' · ')}
                  </p>
                </div>
                <LinkButton to={chosenAt(company)} aria-label={t('company.choose', { name: company.name })}>
                  {t('company.chooseShort')}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
