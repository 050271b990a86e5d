import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { SessionFilesAddress } from './session-file-input.ts'
import { filesOfSession } from './session-files.store.server.ts'

/** The documents and photos of a session, for whoever may read the session. */
export const sessionFilesPage = defineQuery({
  name: 'session-file.list',
  input: SessionFilesAddress,
  subject: placedSession,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'read'),
  run: async ({ tx, operator, actor }, _address, { session, engineering }) => ({
    operator: { slug: operator.slug },
    engineering: { id: engineering.id, title: engineering.title },
    session: { id: session.id, heldOn: session.heldOn },
    mayWrite: isMember(actor) || worksOn(actor, engineering.id, 'write'),
    files: await filesOfSession(tx, operator.id, session.id),
  }),
})
