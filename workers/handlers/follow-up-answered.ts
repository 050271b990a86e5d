import { perform } from '#app/access/effect.server.ts'
import { followUpAnswered } from '#app/features/follow-ups/follow-ups.jobs.ts'
import { tellAnswered } from '#app/features/follow-ups/tell-answered.effect.server.ts'
import { handles } from '../handler.ts'

export const handleFollowUpAnswered = handles(followUpAnswered, (operatorId, ids, clock) =>
  perform(tellAnswered, operatorId, ids, { clock }),
)
