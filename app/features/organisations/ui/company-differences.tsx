import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Errors } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Company, type CompanyField, companyFields, differences } from '../company.ts'
import type { OrganisationShown } from './organisation-form.tsx'
import { useSourceWords } from './source-words.ts'

type Props = {
  formKey: string
  organisation: OrganisationShown & { sources: Parameters<ReturnType<typeof useSourceWords>>[0] }
  company: Company
  cancelTo: string
}

const asField = (value: string | boolean | null) =>
  typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? '')

/** What the register says otherwise, field by field, before anything is overwritten: only what is ticked is taken. */
export function CompanyDifferences({ formKey, organisation, company, cancelTo }: Props) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const form = useForm('fill')
  const sourceWords = useSourceWords()
  const shown = useShownValue()
  const found = differences(organisation, company)
  if (found.length === 0)
    return (
      <Notice
        tone="done"
        title={t('organisations:company.same')}
        action={<LinkButton to={cancelTo}>{t('common:back')}</LinkButton>}
      />
    )
  return (
    <CommandForm name="fill" formKey={formKey} key={form.generation} className="max-w-3xl">
      <FormTroubles form={form} fields={[{ name: 'fields', label: t('organisations:company.differences') }]} />
      <Hidden name="version" value={form.version(organisation.version)} />
      {companyFields.map(field => (
        <Hidden key={field} name={`found.${field}`} value={asField(company[field])} />
      ))}
      <fieldset>
        <legend className="font-serif text-lg font-semibold">{t('organisations:company.differences')}</legend>
        <Errors id="f-fields" errors={form.field('fields').errors} />
        <ul className="divide-y divide-line">
          {found.map(({ field, ours, theirs }, index) => {
            const id = index === 0 ? 'f-fields' : `f-fields-${index}`
            return (
              <li key={field} className="py-3">
                <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3">
                  <input
                    id={id}
                    type="checkbox"
                    name="fields"
                    value={field}
                    // What is known here is not overwritten without a word of hers.
                    defaultChecked={
                      form.reply ? (form.reply.values.fields ?? '').split('\n').includes(field) : ours === null
                    }
                    className="mt-0.5 size-5.5 shrink-0"
                  />
                  <span className="min-w-0">
                    <span className="font-semibold">{t(`fields:${field}`)}</span>
                    <span className="block">{t('organisations:company.theirs', { value: shown(field, theirs) })}</span>
                    <span className="block text-ink-2">
                      {ours === null
                        ? t('organisations:company.oursEmpty')
                        : t('organisations:company.ours', { value: shown(field, ours) })}{' '}
                      {sourceWords(organisation.sources, field)}
                    </span>
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
      </fieldset>
      <ActionBar>
        <Button variant="primary">{t('organisations:company.take')}</Button>
        <LinkButton to={cancelTo} variant="quiet">
          {t('common:cancel')}
        </LinkButton>
      </ActionBar>
    </CommandForm>
  )
}

/** A value as a person reads it. */
function useShownValue() {
  const { t } = useTranslation('choices')
  const dayWords = useDayWords()
  const legalForms: Record<string, string> = t('legalForm', { returnObjects: true })
  return (field: CompanyField, value: string | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'yesNo.oui' : 'yesNo.non')
    if (field === 'foundedOn') return dayWords(value)
    return field === 'legalForm' ? (legalForms[value] ?? value) : value
  }
}
