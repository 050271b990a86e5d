import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { caseIdByNumber } from './send-list.store.server.ts'
import { changeSend, lockSend } from './sends.store.server.ts'
import { withdrawSendInput } from './withdraw-send-input.ts'

/** A message of a case that was about to leave does not: the ledger keeps it, cancelled. */
export const withdrawSend = defineCommand({
  name: 'send.withdraw',
  input: withdrawSendInput,
  subject: async ({ tx, operator }, { number, id }) => {
    const found = await lockSend(tx, { operatorId: operator.id, sendId: id })
    const isOfCase = found && found.send.accompanimentId === (await caseIdByNumber(tx, operator.id, number))
    return isOfCase ? found : null
  },
  allow: isMember,
  run: async ({ tx, operator, record }, { number, id, reason }, { send }) => {
    // One that was asked for is not a reminder: whoever waits for it was told that it comes.
    if (send.state !== 'planned' || send.urgent) return fail('send-settled')
    await changeSend(tx, { operatorId: operator.id, sendId: id }, { state: 'cancelled', failure: 'withdrawn' })
    await record({
      name: 'message.withdrawn',
      subjectKind: 'send',
      subjectId: id,
      accompanimentId: send.accompanimentId,
      data: { message: send.message, reason },
    })
    return ok({ number })
  },
})
