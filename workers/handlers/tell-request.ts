import { perform } from '#app/access/effect.server.ts'
import { requestTell } from '#app/features/requests/requests.jobs.ts'
import { tellRequest } from '#app/features/requests/tell-request.effect.server.ts'
import { handles } from '../handler.ts'

export const handleRequestTell = handles(requestTell, (operatorId, ids, clock) =>
  perform(tellRequest, operatorId, ids, { clock }),
)
