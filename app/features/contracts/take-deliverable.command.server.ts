import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { TakeDeliverableInput } from './contract-input.ts'
import { deliverableById } from './contracts.store.server.ts'
import { deliverableFileOf } from './deliverable-files.store.server.ts'

/** Takes the document of a deliverable: a command, so that the chain holds who did. */
export const takeDeliverable = defineCommand({
  name: 'deliverable.take',
  input: TakeDeliverableInput,
  subject: async ({ tx, operator }, { engineeringId, number, deliverableId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number })
    const deliverable = await deliverableById(tx, operator.id, deliverableId)
    return engineering && deliverable?.engineeringId === engineering.id
      ? deliverableFileOf(tx, operator.id, deliverableId)
      : null
  },
  allow: isMember,
  run: async ({ operator }, _input, { id, name, kind }) => ok({ operatorId: operator.id, id, name, kind }),
})
