import { perform } from '#app/access/effect.server.ts'
import { requestSweep } from '#app/features/requests/requests.jobs.ts'
import { sweepRequests } from '#app/features/requests/sweep-requests.effect.server.ts'
import { handles } from '../handler.ts'

export const handleRequestSweep = handles(requestSweep, (operatorId, input, clock) =>
  perform(sweepRequests, operatorId, input, { clock }),
)
