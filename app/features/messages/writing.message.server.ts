import type { z } from 'zod'
import type { Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Letter } from './letter.ts'

/** What a writer is given: the transaction in which it reads, and to whom it writes. */
export type Writing = {
  tx: TenantTx
  operator: { id: string; name: string; slug: string; settings: Record<string, unknown> }
  now: Date
  today: Day
  locale: 'fr' | 'en'
  send: { id: string; recipient: string; recipientUserId: string | null; accompanimentId: string | null; dueAt: Date }
}

type Ids = z.ZodType<Record<string, string>>

export type MessageWriter<S extends Ids = Ids> = {
  payload: S
  /**
   * Why it must not leave any more, as a key of `messages.stopped`, or null. Asked when the message is taken, and again,
   * in the transaction that precedes its end: it locks what it looks at, so that an answer that is being written waits.
   */
  stopped: (writing: Writing, ids: z.infer<S>) => Promise<string | null>
  /** The letter as things are now; null when what it is about is gone. */
  write: (writing: Writing, ids: z.infer<S>) => Promise<Letter | null>
  /** Writes what is true once it has left, in the transaction that says so; answers the case whose next step it changed. */
  sent?: (writing: Writing, ids: z.infer<S>) => Promise<string | null>
}

/** A writer whose payload is read before it is called; malformed ids stop the message. */
export type ReadyWriter = {
  stopped: (writing: Writing, payload: unknown) => Promise<string | null>
  write: (writing: Writing, payload: unknown) => Promise<Letter | null>
  sent: (writing: Writing, payload: unknown) => Promise<string | null>
}

export function defineWriter<S extends Ids>(writer: MessageWriter<S>): ReadyWriter {
  const ids = (payload: unknown): z.infer<S> => writer.payload.parse(payload)
  return {
    stopped: (writing, payload) => writer.stopped(writing, ids(payload)),
    write: (writing, payload) => writer.write(writing, ids(payload)),
    sent: async (writing, payload) => (await writer.sent?.(writing, ids(payload))) ?? null,
  }
}
