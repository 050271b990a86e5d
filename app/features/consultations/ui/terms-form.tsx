import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatEuros } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateField, Hidden, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { budgetWithVat, type TermsPage, termsTexts, termsValues } from '../consultation.ts'
import { usualCriteria } from '../terms-draft.ts'

type TermsFormProps = { page: TermsPage; formKey: string; base: string }

/** The terms of reference: a first text comes from the diagnostic, every word of it may be changed. */
export function TermsForm({ page, formKey, base }: TermsFormProps) {
  const { t } = useTranslation('consultations')
  const form = useForm('terms')
  const { terms, isDraft, isOpen } = page
  const values = termsValues(terms)
  const withVat = budgetWithVat(terms)
  const whole = withVat === null ? null : formatEuros(withVat, useLocale())
  const file = `${base}/cahier-des-charges/fichier`
  const take = isDraft ? null : (
    <LinkButton to={file} icon={Download} reloadDocument download>
      {t('takeTerms')}
    </LinkButton>
  )
  return (
    <Section title={t('terms')} note={t(isDraft ? 'draftHelp' : 'termsHelp')} action={take}>
      {isOpen ? <Notice>{t('termsSent')}</Notice> : null}
      <CommandForm key={form.generation} name="terms" formKey={formKey} className="mt-5 max-w-2xl space-y-8">
        <FormTroubles form={form} fields={useTermsFields()} />
        <Hidden name="version" value={form.version(terms.version)} />
        {termsTexts.map(name => (
          <TextArea key={name} {...form.field(name, values[name])} label={t(`fields.${name}`)} rows={3} />
        ))}
        <FieldRow>
          <NumberField {...form.field('days', comma(values.days))} label={t('fields.days')} unit={t('daysUnit')} />
          <NumberField {...form.field('budget', comma(values.budget))} label={t('fields.budget')} unit="€" />
          <NumberField
            {...form.field('vat', comma(values.vat))}
            label={t('fields.vat')}
            hint={isDraft || whole === null ? t('fields.vatHint') : t('fields.wholeHint', { amount: whole })}
            unit="%"
          />
        </FieldRow>
        <CriteriaFields form={form} criteria={page.criteria} isDraft={isDraft} />
        <DateField
          {...form.field('agreedOn', values.agreedOn)}
          label={t('fields.agreedOn')}
          hint={t('fields.agreedHint')}
        />
        {isOpen ? null : (
          <ActionBar>
            <Button variant="primary">{t('saveTerms')}</Button>
          </ActionBar>
        )}
      </CommandForm>
    </Section>
  )
}

function useTermsFields() {
  const { t } = useTranslation('consultations')
  return [
    ...[...termsTexts, 'days' as const, 'budget' as const, 'vat' as const, 'agreedOn' as const].map(name => ({
      name,
      label: t(`fields.${name}`),
    })),
    ...Array.from({ length: mostCriteria }, (_, index) => ({
      name: `criteria[${index}].weight`,
      label: t('weightOf', { rank: index + 1 }),
    })),
  ]
}

const mostCriteria = 12
/** Empty lines offered below those that are filled, without JavaScript too. */
const spareCriteria = 2

type CriteriaFieldsProps = { form: FormState; criteria: TermsPage['criteria']; isDraft: boolean }

function CriteriaFields({ form, criteria, isDraft }: CriteriaFieldsProps) {
  const { t } = useTranslation('consultations')
  const usual = usualCriteria.map(({ key, weight }) => ({ id: null, label: t(`usual.${key}`), weight }))
  const known = criteria.length === 0 && isDraft ? usual : criteria
  const count = Math.min(known.length + spareCriteria, mostCriteria)
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <FieldGroup id="grille" legend={t('criteria')} hint={t('criteriaHelp', { total })}>
      <ol className="space-y-4">
        {Array.from({ length: count }, (_, index) => {
          const criterion = known[index]
          const named = (field: string) => `criteria[${index}].${field}`
          return (
            <li key={named('line')} className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
              {criterion?.id ? <Hidden name={named('id')} value={criterion.id} /> : null}
              <TextField
                {...form.field(named('label'), criterion?.label)}
                label={t('criterionOf', { rank: index + 1 })}
                autoComplete="off"
              />
              <NumberField
                {...form.field(named('weight'), criterion?.weight)}
                label={t('weightOf', { rank: index + 1 })}
                integer
              />
            </li>
          )
        })}
      </ol>
    </FieldGroup>
  )
}

const comma = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value).replace('.', ',')
