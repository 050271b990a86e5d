import { perform } from '#app/access/effect.server.ts'
import { draftSweep } from '#app/features/drafts/drafts.jobs.ts'
import { sweepDrafts } from '#app/features/drafts/sweep-drafts.effect.server.ts'
import { handles } from '../handler.ts'

export const handleDraftSweep = handles(draftSweep, (operatorId, input, clock) =>
  perform(sweepDrafts, operatorId, input, { clock }),
)
