import { Form, useActionData, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type FormReply, isFormReply } from './form-reply.ts'

/** The state of one form of the page: what was refused, and what was typed. */
export type FormState = {
  reply: FormReply | null
  /** `name`, what to show in it, and its errors, for the field components of `app/ui`. */
  field: (
    name: string,
    stored?: string | number | null,
  ) => { name: string; defaultValue: string; errors: string[] | undefined }
  /** Sentences about the whole form. */
  formErrors: string[]
  /** All the refusals, for the error summary. */
  summary: { name: string; message: string }[]
  isSending: boolean
  /** The version to send: after a conflict, the one that the person has now read. */
  version: (stored: number) => number
}

export function useForm(name: string): FormState {
  const answered: unknown = useActionData()
  const navigation = useNavigation()
  const reply = isFormReply(answered) && answered.form === name ? answered : null
  return {
    reply,
    field: (field, stored) => ({
      name: field,
      defaultValue: reply?.values[field] ?? (stored === null || stored === undefined ? '' : String(stored)),
      errors: reply?.fields[field],
    }),
    formErrors: reply?.fields[''] ?? [],
    summary: Object.entries(reply?.fields ?? {}).flatMap(([field, messages]) =>
      field ? messages.map(message => ({ name: field, message })) : [],
    ),
    isSending: navigation.state !== 'idle' && navigation.formData?.get('_form') === name,
    version: stored => reply?.conflict?.version ?? stored,
  }
}

/** A form of the page: says which one it is, and carries its key so that sending it twice is sending it once. */
export function CommandForm({
  name,
  formKey,
  children,
  ...rest
}: {
  name: string
  formKey: string
  children: ReactNode
  id?: string
  className?: string
  action?: string
  'aria-label'?: string
  'aria-labelledby'?: string
}) {
  return (
    <Form method="post" noValidate {...rest}>
      <input type="hidden" name="_form" value={name} />
      <input type="hidden" name="_key" value={`${formKey}.${name}`} />
      {children}
    </Form>
  )
}
