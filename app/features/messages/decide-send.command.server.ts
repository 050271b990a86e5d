import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { decideSendInput } from './decide-send-input.ts'
import { isMessageName } from './message-catalogue.ts'
import { sendAgain } from './send-again.store.server.ts'
import { changeSend, lockSend, type Send } from './sends.store.server.ts'
import { writers } from './writers.message.server.ts'

/** Decides about a message that may or may not have been received, or that could not leave. */
export const decideSend = defineCommand({
  name: 'send.decide',
  input: decideSendInput,
  subject: ({ tx, operator }, { id }) => lockSend(tx, { operatorId: operator.id, sendId: id }),
  allow: isMember,
  run: async (ctx, { decision, recipient }, { send }) => {
    if (send.state !== 'uncertain' && send.state !== 'failed') return fail('send-settled')
    if (decision === 'received' && send.state === 'failed') return fail('send-not-received')
    if (decision === 'resend') await sendAgain(ctx, send, recipient ?? send.recipient)
    else await settle(ctx, send, decision)
    return ok({ decision })
  },
})

async function settle(ctx: CommandContext, send: Send, decision: 'received' | 'dropped'): Promise<void> {
  const { tx, operator, now, record } = ctx
  const where = { operatorId: operator.id, sendId: send.id }
  if (decision === 'received') {
    await changeSend(tx, where, { state: 'sent', sentAt: now, failure: null })
    const writing = { ...ctx, locale: send.locale === 'en' ? ('en' as const) : ('fr' as const), send }
    const changed = isMessageName(send.message) ? await writers[send.message].sent(writing, send.payload) : null
    if (changed) await refreshNextSteps(tx, operator.id, [changed], ctx.today)
  } else {
    await changeSend(tx, where, { state: 'cancelled', failure: 'dropped' })
  }
  await record({
    name: decision === 'received' ? 'message.called-received' : 'message.dropped',
    subjectKind: 'send',
    subjectId: send.id,
    accompanimentId: send.accompanimentId,
    data: { message: send.message },
  })
}
