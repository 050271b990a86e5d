import { perform } from '#app/access/effect.server.ts'
import { fileSweep } from '#app/features/files/files.jobs.ts'
import { sweepFiles } from '#app/features/files/sweep-files.effect.server.ts'
import { handles } from '../handler.ts'

export const handleFileSweep = handles(fileSweep, (operatorId, input, clock) =>
  perform(sweepFiles, operatorId, input, { clock }),
)
