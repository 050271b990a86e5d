import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { insertSeat, seatsOf, territoryById } from './territories.store.server.ts'
import { addSeatInput } from './territory-input.ts'

/** Somebody, or a body, that sits in the governance of a territory. */
export const addSeat = defineCommand({
  name: 'territory.add-seat',
  input: addSeatInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, record }, { territoryId, ...seat }) => {
    const seated = await seatsOf(tx, operator.id, territoryId)
    if (seated.some(({ name }) => name.toLowerCase() === seat.name.toLowerCase()))
      return fail('already-seated', undefined, 'name')
    const seatId = await insertSeat(tx, operator.id, { territoryId, ...seat })
    const data = { name: seat.name, college: seat.college }
    await record({ name: 'territory.seat-added', subjectKind: 'territory', subjectId: territoryId, data })
    return ok({ seatId })
  },
})
