import { Form, useActionData, useNavigation } from '@remix-run/react'
import { type ReactNode, useRef, useState } from 'react'
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
  /**
   * The version to send: the one that the person read when the form was shown, even if the page has been read again
   * since; after a conflict, the one that she has now read beside her own text.
   */
  version: (stored: number) => number
  /** The `key` of the form: another one once it was accepted, so that its fields show what is stored. */
  generation: string
}

export function useForm(name: string): FormState {
  const answered: unknown = useActionData()
  const navigation = useNavigation()
  const reply = isFormReply(answered) && answered.form === name ? answered : null
  const isSending = navigation.state !== 'idle' && navigation.formData?.get('_form') === name
  const [sent, setSent] = useState({ isSending, accepted: 0 })
  if (sent.isSending !== isSending)
    setSent({ isSending, accepted: !isSending && !reply ? sent.accepted + 1 : sent.accepted })
  const read = useRef<{ accepted: number; version: number }>()
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
    isSending,
    version: stored => {
      if (read.current?.accepted !== sent.accepted) read.current = { accepted: sent.accepted, version: stored }
      return reply?.conflict?.version ?? read.current.version
    },
    generation: `${name}-${sent.accepted}`,
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
