import { and, eq, inArray } from 'drizzle-orm'
import type { MessageName } from '#app/features/messages/message-catalogue.ts'
import { messageSend } from '#app/features/messages/messages.jobs.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { sends } from '#db/schema/journal.ts'
import type { Stage } from './stage.ts'

/** What was written that day has left: nobody is told today what was decided in January. */
export async function lettersLeave(stage: Stage, messages: readonly MessageName[], on: Day): Promise<void> {
  const planned = await stage.inside(on, ({ tx, operator }) =>
    tx
      .select({ id: sends.id })
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), eq(sends.state, 'planned'), inArray(sends.message, [...messages]))),
  )
  for (const { id } of planned) await stage.works(messageSend, sendMessage, { sendId: id }, on)
}
