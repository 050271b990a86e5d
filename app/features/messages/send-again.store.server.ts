import type { Recording } from '#app/features/history/history.store.server.ts'
import { messageSend } from './messages.jobs.ts'
import { attemptsOfOneSending } from './send-rules.ts'
import { changeSend, type Send, type SendContext } from './sends.store.server.ts'

/**
 * A message that a person asks for once more leaves at once, to this address; what another address had refused says nothing
 * of it. The caller holds the row.
 */
export async function sendAgain(
  ctx: SendContext & Pick<Recording, 'record'>,
  send: Send,
  recipient: string,
): Promise<void> {
  const { tx, operator, now, enqueue, record } = ctx
  const { id, attempts, message, accompanimentId } = send
  const again = { recipient, attemptLimit: attempts + attemptsOfOneSending }
  const bounced = send.bounced && recipient === send.recipient
  const where = { operatorId: operator.id, sendId: id }
  await changeSend(tx, where, { state: 'planned', dueAt: now, failure: null, bounced, again })
  await enqueue(messageSend, { sendId: id }, `${id}:${again.attemptLimit}`)
  await record({ name: 'message.sent-again', subjectKind: 'send', subjectId: id, accompanimentId, data: { message } })
}
