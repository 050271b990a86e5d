import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords, useNextWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Hidden, Select, TextArea } from '#app/ui/field.tsx'

type Person = { id: string; name: string }
type GivenCase = {
  number: string
  title: string
  nextStep: string | null
  nextOn: string | null
  nextDetail: string | null
}

/** Whose cases: another choice is another page. */
export function GiverForm({ givers, from }: { givers: readonly Person[]; from: Person | null }) {
  const { t } = useTranslation('handovers')
  if (givers.length < 2) return null
  return (
    <Form method="get" className="mb-6 flex max-w-2xl flex-wrap items-end gap-3">
      <div className="grow basis-64">
        <Select
          name="de"
          label={t('from')}
          defaultValue={from?.id ?? ''}
          options={givers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Button>{t('showCases')}</Button>
    </Form>
  )
}

export type GiveCasesFormProps = {
  formKey: string
  from: Person
  toId: string | null
  receivers: readonly Person[]
  cases: readonly GivenCase[]
}

/** Every case is ticked; each takes a word for whoever receives it. */
export function GiveCasesForm({ formKey, from, toId, receivers, cases }: GiveCasesFormProps) {
  const { t } = useTranslation('handovers')
  const form = useForm('give')
  const typed = form.reply?.values
  return (
    <CommandForm name="give" formKey={formKey} className="space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'toId', label: t('to') },
          ...cases.map(({ title }, index) => ({ name: `cases[${index}].brief`, label: t('briefOf', { title }) })),
        ]}
      />
      <Hidden name="fromId" value={from.id} />
      <div className="max-w-md">
        <Select
          {...form.field('toId', toId)}
          label={t('to')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <ul aria-label={t('cases')} className="divide-y divide-line border-y border-line">
        {cases.map((row, index) => (
          <CaseLine
            key={row.number}
            row={row}
            name={`cases[${index}]`}
            isChosen={typed ? typed[`cases[${index}].chosen`] === 'oui' : true}
            brief={form.field(`cases[${index}].brief`)}
          />
        ))}
      </ul>
      <Button variant="primary">{t('submit')}</Button>
    </CommandForm>
  )
}

function CaseLine({
  row,
  name,
  isChosen,
  brief,
}: {
  row: GivenCase
  name: string
  isChosen: boolean
  brief: ReturnType<ReturnType<typeof useForm>['field']>
}) {
  const { t } = useTranslation('handovers')
  const nextWords = useNextWords()
  const dayWords = useDayWords()
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-2">
      <div>
        <Hidden name={`${name}.number`} value={row.number} />
        <CheckboxField
          name={`${name}.chosen`}
          label={`${row.title} · ${row.number}`}
          hint={[nextWords(row), dayWords(row.nextOn)].filter(Boolean).join(' · ')}
          defaultChecked={isChosen}
        />
      </div>
      <TextArea {...brief} label={t('briefOf', { title: row.title })} rows={2} />
    </li>
  )
}
