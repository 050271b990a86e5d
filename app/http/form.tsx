import { Form, useActionData, useLoaderData, useLocation, useNavigation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { DraftFound, DraftKeeper, type FormDraft } from './draft-keeper.tsx'
import { draftsOf, placeOf } from './drafts.ts'
import { type FormReply, isFormReply } from './form-reply.ts'

/** The state of one form of the page: what was refused, and what was typed. */
export type FormState = {
  reply: FormReply | null
  /** What was typed and is not saved: refused just now, or kept since another day. */
  typed: Readonly<Record<string, string>> | null
  /** For its `CommandForm`, when the page keeps its forms while they are typed. */
  draft: FormDraft | undefined
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

/** For a form that the page does not send itself: what it was answered, whenever that was. */
export const AnsweredBefore = createContext<FormReply | null>(null)

export function useForm(name: string): FormState {
  const before = useContext(AnsweredBefore)
  const answered: unknown = useActionData() ?? before
  const navigation = useNavigation()
  const reply = isFormReply(answered) && answered.form === name ? answered : null
  const isSending = navigation.state !== 'idle' && navigation.formData?.get('_form') === name
  const [sent, setSent] = useState({ isSending, accepted: 0 })
  if (sent.isSending !== isSending)
    setSent({ isSending, accepted: !isSending && !reply ? sent.accepted + 1 : sent.accepted })
  const read = useRef<{ accepted: number; version: number }>()
  const draft = useDraft(name, sent.accepted)
  const kept = draft?.kept?.typed ?? null
  return {
    reply,
    typed: reply?.values ?? kept,
    draft,
    field: (field, stored) => ({
      name: field,
      // A draft holds the whole form: what it does not name was not ticked.
      defaultValue: reply?.values[field] ?? (kept ? (kept[field] ?? '') : asWritten(stored)),
      errors: reply?.fields[field],
    }),
    formErrors: reply?.fields[''] ?? [],
    summary: Object.entries(reply?.fields ?? {}).flatMap(([field, messages]) =>
      field ? messages.map(message => ({ name: field, message })) : [],
    ),
    isSending,
    version: stored => {
      if (read.current?.accepted !== sent.accepted)
        read.current = { accepted: sent.accepted, version: Number(kept?.version ?? stored) }
      return reply?.conflict?.version ?? read.current.version
    },
    generation: `${name}-${sent.accepted}`,
  }
}

const asWritten = (stored: string | number | null | undefined) =>
  stored === null || stored === undefined ? '' : String(stored)

/**
 * The draft that the form was opened with, until the form is accepted: what is kept meanwhile is what its fields already
 * show, and reading it again would take the last words away.
 */
function useDraft(name: string, accepted: number): FormDraft | undefined {
  const drafts = draftsOf(useLoaderData())
  const place = placeOf(useLocation())
  const opened = useRef<{ accepted: number; draft: FormDraft }>()
  if (!drafts) return undefined
  if (opened.current?.accepted !== accepted || opened.current.draft.place !== place) {
    const kept = drafts.kept.find(({ form }) => form === name) ?? null
    opened.current = { accepted, draft: { operator: drafts.operator, place, kept } }
  }
  return opened.current.draft
}

/** A form of the page: says which one it is, and carries its key so that sending it twice is sending it once. */
export function CommandForm({
  name,
  formKey,
  children,
  draft,
  ...rest
}: {
  name: string
  formKey: string
  children: ReactNode
  /** Given, the form is kept on the server while it is typed. */
  draft?: FormDraft | undefined
  id?: string
  className?: string
  /** Given by a form that sends a file. */
  encType?: 'multipart/form-data'
  action?: string
  'aria-label'?: string
  'aria-labelledby'?: string
}) {
  return (
    <>
      {draft ? <DraftFound draft={draft} name={name} /> : null}
      <Form method="post" noValidate {...rest}>
        <input type="hidden" name="_form" value={name} />
        <input type="hidden" name="_key" value={`${formKey}.${name}`} />
        {draft ? <input type="hidden" name="_draft" value={draft.place} /> : null}
        {children}
        {draft ? <DraftKeeper draft={draft} name={name} /> : null}
      </Form>
    </>
  )
}
