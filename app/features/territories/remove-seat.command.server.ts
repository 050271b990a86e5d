import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { deleteSeat, seatsOf } from './territories.store.server.ts'
import { seatInput } from './territory-input.ts'

export const removeSeat = defineCommand({
  name: 'territory.remove-seat',
  input: seatInput,
  subject: async ({ tx, operator }, { territoryId, seatId }) =>
    (await seatsOf(tx, operator.id, territoryId)).find(({ id }) => id === seatId) ?? null,
  allow: isMember,
  run: async ({ tx, operator, record }, { territoryId }, { id: seatId, name, college }) => {
    await deleteSeat(tx, operator.id, seatId)
    const data = { name, college }
    await record({ name: 'territory.seat-removed', subjectKind: 'territory', subjectId: territoryId, data })
    return ok({ territoryId })
  },
})
