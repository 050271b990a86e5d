import { perform } from '#app/access/effect.server.ts'
import { deliverableTell } from '#app/features/contracts/contracts.jobs.ts'
import { tellDeliverable } from '#app/features/contracts/tell-deliverable.effect.server.ts'
import { handles } from '../handler.ts'

export const handleDeliverableTell = handles(deliverableTell, (operatorId, ids, clock) =>
  perform(tellDeliverable, operatorId, ids, { clock }),
)
