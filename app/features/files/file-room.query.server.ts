import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { fileRoomInput } from './file-input.ts'

/** Whether somebody may add a file to the case, asked before one byte of it is kept. */
export const fileRoom = defineQuery({
  name: 'file.room',
  input: fileRoomInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ operator }) => ({ operatorId: operator.id }),
})
