import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { canonicalSearch } from '../caseload-filter.ts'

export type ShownFilter = {
  id: string
  name: string
  search: string
  author: string | null
  isShared: boolean
  canRemove: boolean
}
type SavedFiltersProps = { saved: readonly ShownFilter[]; formKey: string }

/** What she and her team keep under a name, each one press away, and what it takes to keep these filters too. */
export function SavedFilters({ saved, formKey }: SavedFiltersProps) {
  const { t } = useTranslation('caseload')
  const [search] = useSearchParams()
  const here = canonicalSearch(search)
  const isKept = saved.some(filter => filter.search === here)
  if (saved.length === 0 && here === '') return null
  return (
    <div data-noprint="" className="mb-5">
      {saved.length > 0 ? (
        <nav aria-label={t('saved.label')}>
          <p className="mb-1.5 text-ink-2" aria-hidden="true">
            {t('saved.label')}
          </p>
          <ul className="flex flex-wrap gap-2">
            {saved.map(filter => (
              <li key={filter.id}>
                <Link
                  to={`?${filter.search}`}
                  aria-current={filter.search === here ? 'page' : undefined}
                  className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 py-1 leading-tight text-ink no-underline hover:bg-sunk aria-[current]:border-sea aria-[current]:font-semibold aria-[current]:text-sea"
                >
                  {filter.name}
                  {filter.isShared ? (
                    <span className="ml-1.5 text-sm font-normal text-ink-2">
                      {filter.author ? t('saved.by', { name: filter.author }) : t('saved.team')}
                    </span>
                  ) : null}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <div className="flex flex-wrap gap-x-6">
        {here !== '' && !isKept ? <KeepForm search={here} formKey={formKey} /> : null}
        {saved.some(({ canRemove }) => canRemove) ? <RemoveForms saved={saved} formKey={formKey} /> : null}
      </div>
    </div>
  )
}

function KeepForm({ search, formKey }: { search: string; formKey: string }) {
  const { t } = useTranslation('caseload')
  const form = useForm('save-filter')
  const id = 'f-filter-name'
  return (
    <Disclosure label={t('saved.keep')} open={form.reply !== null}>
      <CommandForm
        name="save-filter"
        formKey={formKey}
        key={form.generation}
        className="mt-1 mb-3 max-w-md space-y-3"
        aria-label={t('saved.keep')}
      >
        <FormTroubles form={form} fields={[{ name: 'name', label: t('saved.name'), id }]} />
        <Hidden name="search" value={search} />
        <TextField {...form.field('name')} id={id} label={t('saved.name')} hint={t('saved.nameHint')} required />
        <CheckboxField
          name="shared"
          label={t('saved.share')}
          hint={t('saved.shareHint')}
          defaultChecked={form.field('shared').defaultValue === 'oui'}
        />
        <Button>{t('saved.submit')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

function RemoveForms({ saved, formKey }: SavedFiltersProps) {
  const { t } = useTranslation('caseload')
  const form = useForm('remove-filter')
  return (
    <Disclosure label={t('saved.manage')} open={form.reply !== null}>
      <FormTroubles form={form} fields={[]} />
      <ul className="mt-1 mb-3 space-y-1">
        {saved
          .filter(({ canRemove }) => canRemove)
          .map(filter => (
            <li key={filter.id}>
              <CommandForm name="remove-filter" formKey={`${formKey}.${filter.id}`}>
                <Hidden name="filterId" value={filter.id} />
                <Button variant="quiet">{t('saved.remove', { name: filter.name })}</Button>
              </CommandForm>
            </li>
          ))}
      </ul>
    </Disclosure>
  )
}
