import { perform } from '#app/access/effect.server.ts'
import { digestSweep } from '#app/features/digests/digests.jobs.ts'
import { sweepDigests } from '#app/features/digests/sweep-digests.effect.server.ts'
import { handles } from '../handler.ts'

export const handleDigestSweep = handles(digestSweep, (operatorId, input, clock) =>
  perform(sweepDigests, operatorId, input, { clock }),
)
