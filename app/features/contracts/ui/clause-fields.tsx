import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { NumberField, TextArea } from '#app/ui/field.tsx'
import { type Clauses, clauseNames } from '../clauses.ts'

type ClauseFieldsProps = { form: FormState; clauses: Clauses; vatBasisPoints: number | null; proposes: boolean }

/** The rate and the clauses, one under the other; those that nobody worded are proposed. */
export function ClauseFields({ form, clauses, vatBasisPoints, proposes }: ClauseFieldsProps) {
  const { t } = useTranslation('contractTexts')
  const vat = vatBasisPoints === null ? null : String(vatBasisPoints / 100).replace('.', ',')
  return (
    <>
      <NumberField {...form.field('vat', vat)} label={t('fields.vat')} hint={t('vatHint')} unit="%" />
      {clauseNames.map(name => (
        <TextArea
          key={name}
          {...form.field(name, clauses[name] ?? (proposes ? t(`usual.${name}`) : null))}
          label={t(`fields.${name}`)}
          rows={3}
        />
      ))}
    </>
  )
}

export function useClauseLabels() {
  const { t } = useTranslation('contractTexts')
  return (['vat', ...clauseNames] as const).map(name => ({ name, label: t(`fields.${name}`) }))
}
