import { perform } from '#app/access/effect.server.ts'
import { endOrphanSignIns } from '#app/features/team/end-orphan-sign-ins.effect.server.ts'
import { memberLeft } from '#app/features/team/team.jobs.ts'
import { handles } from '../handler.ts'

export const handleMemberLeft = handles(memberLeft, (operatorId, payload, clock) =>
  perform(endOrphanSignIns, operatorId, payload, { clock }),
)
