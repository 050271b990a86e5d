import { perform } from '#app/access/effect.server.ts'
import { shareTell } from '#app/features/shares/shares.jobs.ts'
import { tellShare } from '#app/features/shares/tell-share.effect.server.ts'
import { handles } from '../handler.ts'

export const handleShareTell = handles(shareTell, (operatorId, payload, clock) =>
  perform(tellShare, operatorId, payload, { clock }),
)
