import { perform } from '#app/access/effect.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareSend } from '#app/features/shares/shares.jobs.ts'
import { handles } from '../handler.ts'

export const handleShareSend = handles(shareSend, (operatorId, payload, clock) =>
  perform(sendShares, operatorId, payload, { clock }),
)
