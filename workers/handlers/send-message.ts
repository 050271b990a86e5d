import { perform } from '#app/access/effect.server.ts'
import { messageRun, messageSend } from '#app/features/messages/messages.jobs.ts'
import { sendDueMessages, sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { handles } from '../handler.ts'

/** The ledger counts the attempts of a message, and says what became of it. */
export const handleMessageSend = handles(messageSend, (operatorId, { sendId }, clock) =>
  perform(sendMessage, operatorId, { sendId }, { clock }),
)

export const handleMessageRun = handles(messageRun, (operatorId, _none, clock) =>
  perform(sendDueMessages, operatorId, {}, { clock }),
)
