import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { SessionFilesAddress } from './session-file-input.ts'

/** Whether somebody may add a file to the session, asked before one byte of it is kept. */
export const sessionFileRoom = defineQuery({
  name: 'session-file.room',
  input: SessionFilesAddress,
  subject: placedSession,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ operator }) => ({ operatorId: operator.id }),
})
