import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Clauses } from '../clauses.ts'
import { ClauseFields, useClauseLabels } from './clause-fields.tsx'

type Props = { defaults: Clauses | null; vatBasisPoints: number | null; formKey: string }

const noClause: Clauses = {
  payment: null,
  ownership: null,
  sharing: null,
  confidentiality: null,
  personalData: null,
  termination: null,
}

/** The clauses that each new contract begins with. */
export function ContractDefaultsForm({ defaults, vatBasisPoints, formKey }: Props) {
  const { t } = useTranslation('contractTexts')
  const form = useForm('clauses')
  return (
    <div className="max-w-2xl">
      <Notice>{t(defaults ? 'defaults.note' : 'defaults.unset')}</Notice>
      <CommandForm key={form.generation} name="clauses" formKey={formKey} className="mt-6 space-y-8">
        <FormTroubles form={form} fields={useClauseLabels()} />
        <ClauseFields
          form={form}
          clauses={defaults ?? noClause}
          vatBasisPoints={vatBasisPoints}
          proposes={defaults === null}
        />
        <ActionBar>
          <Button variant="primary">{t('defaults.save')}</Button>
        </ActionBar>
      </CommandForm>
    </div>
  )
}
