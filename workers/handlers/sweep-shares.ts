import { perform } from '#app/access/effect.server.ts'
import { shareSweep } from '#app/features/shares/shares.jobs.ts'
import { sweepShares } from '#app/features/shares/sweep-shares.effect.server.ts'
import { handles } from '../handler.ts'

export const handleShareSweep = handles(shareSweep, (operatorId, input, clock) =>
  perform(sweepShares, operatorId, input, { clock }),
)
