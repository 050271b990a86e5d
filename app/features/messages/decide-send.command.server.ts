import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { decideSendInput } from './decide-send-input.ts'
import { isMessageName } from './message-catalogue.ts'
import { messageSend } from './messages.jobs.ts'
import { attemptsOfOneSending } from './send-rules.ts'
import { changeSend, lockSend } from './sends.store.server.ts'
import { writers } from './writers.message.server.ts'

/** Decides about a message that may or may not have been received, or that could not leave. */
export const decideSend = defineCommand({
  name: 'send.decide',
  input: decideSendInput,
  subject: ({ tx, operator }, { id }) => lockSend(tx, { operatorId: operator.id, sendId: id }),
  allow: isMember,
  run: async (ctx, { id, decision, recipient }, { send }) => {
    const { tx, operator, now, record, enqueue } = ctx
    if (send.state !== 'uncertain' && send.state !== 'failed') return fail('send-settled')
    if (decision === 'received' && send.state === 'failed') return fail('send-not-received')
    const where = { operatorId: operator.id, sendId: id }
    if (decision === 'resend') {
      const again = { recipient: recipient ?? send.recipient, attemptLimit: send.attempts + attemptsOfOneSending }
      await changeSend(tx, where, { state: 'planned', dueAt: now, failure: null, again })
      await enqueue(messageSend, { sendId: id }, `${id}:${again.attemptLimit}`)
    } else if (decision === 'received') {
      await changeSend(tx, where, { state: 'sent', sentAt: now, failure: null })
      const writing = { ...ctx, locale: send.locale === 'en' ? ('en' as const) : ('fr' as const), send }
      if (isMessageName(send.message)) await writers[send.message].sent(writing, send.payload)
    } else {
      await changeSend(tx, where, { state: 'cancelled', failure: 'dropped' })
    }
    await record({
      name: `message.${{ resend: 'sent-again', received: 'called-received', dropped: 'dropped' }[decision]}`,
      subjectKind: 'send',
      subjectId: id,
      accompanimentId: send.accompanimentId,
      data: { message: send.message },
    })
    return ok({ decision })
  },
})
