/** What an action answers when nothing was done: shown beside the fields, with what was typed. */
export type FormReply = {
  /** The form it answers to, when a page has several. */
  form: string
  status: 'invalid' | 'failed' | 'conflict' | 'longer'
  /** Sentences by field name; the empty name is about the whole form. */
  fields: Record<string, string[]>
  /** What was typed, by field name. */
  values: Record<string, string>
  tag?: string
  /** The list that was asked to grow. */
  more?: string
  conflict?: { version: number; values: Record<string, string>; changedBy?: string }
}

export function isFormReply(value: unknown): value is FormReply {
  return typeof value === 'object' && value !== null && 'form' in value && 'fields' in value && 'values' in value
}
