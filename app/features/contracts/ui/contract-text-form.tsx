import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { MissingPart } from '../clauses.ts'
import { type ContractText, signatories } from '../contract-text.ts'
import { ClauseFields, useClauseLabels } from './clause-fields.tsx'
import { ContractReadiness } from './contract-readiness.tsx'

type ContractTextFormProps = {
  operatorName: string
  text: ContractText
  missing: readonly MissingPart[]
  formKey: string
  base: string
}

/** What the contract says beside its figures; every word of the first text may be changed. */
export function ContractTextForm({ operatorName, text, missing, formKey, base }: ContractTextFormProps) {
  const { t } = useTranslation('contractTexts')
  const form = useForm('text')
  const isFirst = text.version === 0
  const labels = signatories.map(name => ({ name, label: t(`fields.${name}`, { name: operatorName }) }))
  return (
    <Section title={t('title')} note={t(isFirst ? 'draftHelp' : 'help')}>
      {isFirst ? null : <ContractReadiness missing={missing} base={base} />}
      <CommandForm key={form.generation} name="text" formKey={formKey} className="mt-5 max-w-2xl space-y-8">
        <FormTroubles
          form={form}
          fields={[...labels, { name: 'object', label: t('fields.object') }, ...useClauseLabels()]}
        />
        <Hidden name="version" value={form.version(text.version)} />
        <FieldGroup id="parties" legend={t('parties')} hint={t('signatoryHint')}>
          <div className="space-y-5">
            {labels.map(({ name, label }) => (
              <TextField key={name} {...form.field(name, text[name])} label={label} autoComplete="off" />
            ))}
          </div>
        </FieldGroup>
        <TextArea {...form.field('object', text.object)} label={t('fields.object')} rows={4} />
        <ClauseFields form={form} clauses={text} vatBasisPoints={text.vatBasisPoints} proposes={isFirst} />
        <ActionBar>
          <Button variant="primary">{t('save')}</Button>
          <Link to={`${base}/livrables`}>{t('backToContract')}</Link>
        </ActionBar>
      </CommandForm>
    </Section>
  )
}
