import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'

type RowActsProps = {
  formKey: string
  /** `remove-effect`: with the id of the row, the name of its form. */
  remove: string
  /** The field that says which row, and its id. */
  field: string
  id: string
  /** Where the row is rewritten. */
  to: string
  /** What the row is about, for who does not see it beside its acts. */
  about: string
}

/** Under a row of the frame, while it may still change: rewrite it, or remove it. */
export function RowActs({ formKey, remove, field, id, to, about }: RowActsProps) {
  const { t } = useTranslation('impact')
  const name = `${remove}.${id}`
  const form = useForm(name)
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <Link to={to} className="inline-flex min-h-11 items-center">
        {t('rewrite')}
        <span className="sr-only"> {about}</span>
      </Link>
      <CommandForm name={name} formKey={formKey} key={form.generation}>
        <FormTroubles form={form} fields={[]} />
        <Hidden name={field} value={id} />
        <Button variant="quiet">
          {t('remove')}
          <span className="sr-only"> {about}</span>
        </Button>
      </CommandForm>
    </div>
  )
}
